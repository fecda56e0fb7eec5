"""Lines that are not too long, broken where the formatter of Ruff would leave them.

What is broken gets a comma at its end, which the formatter takes for a decision; so the output needs no formatter, and
one that runs over it changes nothing. Only expressions are laid out that the generators write: names, calls,
subscripts, displays, literals and alternatives.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence

from framework.emit.languages import Snippet, python_literal

WIDTH = 120
STEP = "    "
LONGEST_ESCAPE = len("\\U00000000")

_OPEN, _CLOSE, _QUOTES = frozenset("([{"), frozenset(")]}"), "\"'"

# What matters of an expression: its literals as wholes, so that nothing in them is taken for code, and its brackets.
_STOPS = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\[({})\]]"""
_BRACKETS = re.compile(_STOPS, re.DOTALL)
_MARKS = {between: re.compile(f"{_STOPS}|{re.escape(between)}", re.DOTALL) for between in (", ", ": ", " | ")}


def layout(text: str, indent: int = 0, before: str = "", after: str = "") -> Snippet:
    """An expression between two texts, in one line or in several. The first line is not indented, for a template
    stands there already."""
    return Snippet("\n".join(_expression(text, indent, before, after)))


def spread(items: Sequence[str], indent: int, before: str, after: str = "") -> Snippet:
    """A call or a signature by its arguments. What `layout` makes of the whole text, without taking it apart again."""
    line = f"{before}({', '.join(items)}){after}"
    if not items or _fits(line, indent):
        return Snippet(line)
    return Snippet("\n".join([f"{before}(", *_rows(items, indent + len(STEP), ","), " " * indent + f"){after}"]))


def assignment(target: str, annotation: str, value: str = "", indent: int = 0) -> Snippet:
    """`target: annotation = value`. Where a line is too long, brackets of the value are opened before those of the
    annotation; a value without any brings the annotation's to be opened."""
    head = f"{target}: {annotation}" if annotation else target
    if not value:
        return layout(annotation, indent, f"{target}: ")
    if _fits(f"{head} = {value}", indent):
        return Snippet(f"{head} = {value}")
    opening, breakable = _opening(value), _last_brackets(annotation) is not None
    if (opening or not breakable) and _fits(f"{head} = {opening}", indent):
        return layout(value, indent, f"{head} = ")
    lines = _annotated(annotation, indent, f"{target}: ")
    return Snippet("\n".join([*lines[:-1], *_expression(value, indent, f"{lines[-1]} = ")]))


def pieces(text: str, between: str) -> list[str]:
    """The parts of an expression around a separator that stands in no brackets and in no text."""
    if between not in text:
        return [text]
    found, start, depth = [], 0, 0
    for mark in _MARKS[between].finditer(text):
        char = mark.group()
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth -= 1
        elif char == between and depth == 0:
            found.append(text[start : mark.start()])
            start = mark.end()
    return [*found, text[start:]]


def _annotated(text: str, indent: int, before: str) -> list[str]:
    """An annotation whose brackets are opened in any case. An alternative stands in brackets of its own."""
    if len(pieces(text, " | ")) == 1:
        return _opened(text, indent, before, "")
    inner = _alternative(pieces(text, " | "), indent + len(STEP), "")
    return [f"{before}(", " " * (indent + len(STEP)) + inner[0], *inner[1:], " " * indent + ")"]


def _expression(text: str, indent: int, before: str, after: str = "") -> list[str]:
    if _fits(f"{before}{text}{after}", indent):
        return [f"{before}{text}{after}"]
    arms = pieces(text, " | ")
    if len(arms) > 1 and not before:
        return _alternative(arms, indent, after)
    return _opened(text, indent, before, after)


def _opened(text: str, indent: int, before: str, after: str) -> list[str]:
    span = _last_brackets(text)
    if span is None:
        return _text(text, indent, before, after)
    start, end = span
    inside = _inside(text, start, end, indent + len(STEP))
    return [f"{before}{text[: start + 1]}", *inside, " " * indent + f"{text[end:]}{after}"]


def _alternative(arms: list[str], indent: int, after: str) -> list[str]:
    lines: list[str] = []
    for index, arm in enumerate(arms):
        made = _expression(arm, indent, "| " if index else "", after if index == len(arms) - 1 else "")
        lines += [" " * indent + made[0] if index else made[0], *made[1:]]
    return lines


def _inside(text: str, start: int, end: int, indent: int) -> Iterator[str]:
    items = [item for item in pieces(text[start + 1 : end], ", ") if item]
    alone = len(items) == 1 and text[start] == "[" and start > 0
    return _rows(items, indent, "" if alone else ",")


def _rows(items: Iterable[str], indent: int, after: str) -> Iterator[str]:
    margin = " " * indent
    for item in items:
        if _fits(item + after, indent):
            yield margin + item + after
            continue
        before, value = _named(item)
        made = _expression(value, indent, before, after)
        yield from (margin + made[0], *made[1:])


def _named(item: str) -> tuple[str, str]:
    """What stands before the value of a keyword or of an entry, and the value."""
    key, *value = pieces(item, ": ")
    if value:
        return f"{key}: ", ": ".join(value)
    name, equals, rest = item.partition("=")
    return (f"{name}=", rest) if equals and name.isidentifier() else ("", item)


def _text(text: str, indent: int, before: str, after: str) -> list[str]:
    """A long literal is cut between words; what is no literal, or has no place to be cut, stays whole."""
    if text[0] not in _QUOTES or _fits(f"{before}{text}{after}", indent):
        return [f"{before}{text}{after}"]
    cut = _cut(text, WIDTH - indent - max(len(STEP), len(before) + len(after)))
    if len(cut) == 1:
        return [f"{before}{text}{after}"]
    return [f"{before}(", *(f"{' ' * (indent + len(STEP))}{piece}" for piece in cut), " " * indent + f"){after}"]


def _cut(literal: str, width: int) -> list[str]:
    """The literal as several that follow each other, each spelled as if it stood alone."""
    rows = [""]
    for word in re.findall(r"[^ ]* +|[^ ]+", ast.literal_eval(literal)):
        short = len(python_literal(word)) <= width
        step = len(word) if short else max(1, width // LONGEST_ESCAPE)
        for piece in (word[start : start + step] for start in range(0, len(word), step)):
            if rows[-1] and len(python_literal(rows[-1] + piece)) > width:
                rows.append("")
            rows[-1] += piece
    return [python_literal(row) for row in rows]


def _last_brackets(text: str) -> tuple[int, int] | None:
    """Where the last brackets of the outermost level open and close, if something stands in them."""
    depth, start, found = 0, 0, None
    for mark in _BRACKETS.finditer(text):
        char = mark.group()
        if char in _OPEN:
            start = mark.start() if depth == 0 else start
            depth += 1
        elif char in _CLOSE:
            depth -= 1
            found = (start, mark.start()) if depth == 0 else found
    return found if found and found[1] - found[0] > 1 else None


def _opening(value: str) -> str:
    span = _last_brackets(value)
    return value[: span[0] + 1] if span else ""


def _fits(line: str, indent: int) -> bool:
    if "\n" not in line:
        return indent + len(line) <= WIDTH
    return indent + max(map(len, line.rpartition("\n")[::2])) <= WIDTH
