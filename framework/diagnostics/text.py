"""Findings for a person at a terminal: where, what, the line itself with the fault underlined, and what to do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from framework.diagnostics.diagnostic import Diagnostic
from framework.diagnostics.excerpt import excerpt, printable
from framework.diagnostics.span import Span

Lines = Callable[[str], Sequence[str]]

BOLD, RED, YELLOW, BLUE, GREEN = "1", "1;31", "1;33", "1;34", "32"
SHADE = {"error": RED, "warning": YELLOW}


@dataclass(frozen=True, slots=True)
class Style:
    """`width` counts columns; `brief` leaves out what is not a finding."""

    color: bool = False
    width: int = 100
    brief: bool = False

    def paint(self, text: str, shade: str) -> str:
        return f"\x1b[{shade}m{text}\x1b[0m" if self.color and text else text


def render(
    diagnostics: Sequence[Diagnostic], lines: Lines, style: Style | None = None, notes: Sequence[str] = ()
) -> str:
    """The findings in their order, `notes`, and the sum. `lines` gives the lines of a file, or none where it cannot
    be shown."""
    style = style or Style()
    known: dict[str, Sequence[str]] = {}
    blocks = []
    for found in diagnostics:
        if found.span.file not in known:
            known[found.span.file] = lines(found.span.file)
        blocks.append("\n".join(_block(found, known[found.span.file], style)))
    if diagnostics and not style.brief:
        blocks.append("\n".join([*map(printable, notes), *_closing(diagnostics, style)]))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def passage(span: Span, title: str, lines: Sequence[str], style: Style, notes: Sequence[str]) -> str:
    """A place where nothing is wrong: what stands there, and what more there is to say of it."""
    edge = style.paint(f"{' ' * (len(str(span.line)) + 1)} =", BLUE)
    told = (f"{edge} {printable(note)}" for note in notes)
    head = f"{style.paint(_place(span), BOLD)}: {printable(title)}"
    return "\n".join([head, *_excerpt(span, lines, style, GREEN), *told])


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """`3 errors, 1 warning in 2 files`."""
    errors = sum(found.code.severity == "error" for found in diagnostics)
    warnings = len(diagnostics) - errors
    parts = [counted(errors, "error")] if errors or not warnings else []
    parts += [counted(warnings, "warning")] if warnings else []
    return f"{', '.join(parts)} in {counted(len({found.span.file for found in diagnostics}), 'file')}"


def counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _block(found: Diagnostic, lines: Sequence[str], style: Style) -> Iterator[str]:
    shade = SHADE[found.code.severity]
    kind = style.paint(f"{found.code.severity} {found.code.id}", shade)
    yield f"{style.paint(_place(found.span), BOLD)}: {kind}: {printable(found.message)}"
    gutter = len(str(found.span.line)) + 1
    yield from _excerpt(found.span, lines, style, shade)
    edge = style.paint(f"{' ' * gutter} =", BLUE)
    for related in found.related:
        yield f"{edge} {printable(related.message)}: {_place(related.span)}"
    if found.hint:
        yield f"{edge} {style.paint('help', GREEN)}: {printable(found.hint)}"


def _excerpt(span: Span, lines: Sequence[str], style: Style, shade: str) -> Iterator[str]:
    """Nothing for a finding that is about a file as a whole, or about a place that cannot be shown."""
    whole = span[1:] == (1, 1, 1, 1)
    if whole or not 0 < span.line <= len(lines):
        return
    line, number = lines[span.line - 1], str(span.line)
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    shown, marks = excerpt(line, span.column - 1, end, style.width - len(number) - 4)
    more = f" to line {span.end_line}" if span.end_line > span.line else ""
    yield f"{style.paint(f' {number} |', BLUE)} {shown}".rstrip()
    bare = marks.lstrip()
    margin = style.paint(f" {' ' * len(number)} |", BLUE)
    yield f"{margin} {' ' * (len(marks) - len(bare))}{style.paint(bare + more, shade)}"


def _place(span: Span) -> str:
    return f"{printable(span.file)}:{span.line}:{span.column}"


def _closing(diagnostics: Sequence[Diagnostic], style: Style) -> Iterator[str]:
    failed = any(found.code.severity == "error" for found in diagnostics)
    yield style.paint(summary(diagnostics), RED if failed else YELLOW)
    fixable = sum(found.fix is not None and found.fix.safe for found in diagnostics)
    if fixable:
        yield f"{fixable} of them can be repaired for you: autogen validate --fix"
    yield f"what a code means: autogen explain {_first(diagnostics).code.id}"


def _first(diagnostics: Iterable[Diagnostic]) -> Diagnostic:
    return min(diagnostics, key=lambda found: found.code.severity != "error")
