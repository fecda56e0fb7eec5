"""What can be wrong with a file before anyone asks what it says."""

import re
from typing import Any

from framework.diagnostics import Code, Related, Report, Span, replace
from framework.source.marks import BREAK, Marks

SYNTAX = Code(
    "SRC011",
    "yaml-syntax",
    "not valid YAML: {problem}",
    "A file that does not parse declares nothing.",
    "look at the underlined place and the line above it: an unclosed bracket or quote, a missing colon or space, "
    "a text with `: `, `#`, `@` or `%` that needs quotes",
)
TAB = Code(
    "SRC012",
    "tab-indent",
    "a tab cannot indent YAML",
    "Tabs have no agreed width, so YAML forbids them where the depth of a line counts.",
    "indent with spaces",
)
CONTROL_CHARACTER = Code(
    "SRC013",
    "control-character",
    "the character U+{number:04X} may not stand in a YAML file",
    "Control characters are invisible in an editor and no part of any text that a spec needs.",
    "remove it, or write it as an escape inside double quotes",
)
DUPLICATE_KEY = Code(
    "SRC014",
    "duplicate-key",
    "the key '{name}' stands twice in one mapping",
    "Readers of YAML keep the last of two equal keys in silence, so a whole declaration can vanish.",
    "remove one of the two, or give it another name",
)
MERGE_KEY = Code(
    "SRC015",
    "merge-key",
    "merge keys (`<<`) are no part of the language",
    "A merge key is YAML 1.1, copies what the reader does not see, and hides where a value comes from.",
    "write the keys out, or share fields with `extends`",
)
TAG = Code(
    "SRC016",
    "yaml-tag",
    "tags such as '{tag}' are no part of the language",
    "A tag makes another type of a value, in other YAML readers even an object; a spec needs none.",
    "remove the tag; quote a value that must be text",
)
UNKNOWN_ALIAS = Code(
    "SRC017",
    "unknown-alias",
    "no anchor named '{name}' stands before this alias",
    "An alias repeats what an anchor marked earlier in the same file.",
    "write &{name} before the value that is to be repeated, or write the value out",
)
RECURSIVE_ALIAS = Code(
    "SRC018",
    "recursive-alias",
    "the alias '{name}' stands inside the value that it repeats",
    "A value that contains itself has no end.",
    "write the inner value out",
)
TOO_MANY_ALIASES = Code(
    "SRC019",
    "too-many-aliases",
    "the aliases of this file stand for more than {limit} repetitions, or for more than a spec can hold",
    "Aliases of aliases grow without limit and stop the machine of whoever reads them.",
    "write fewer aliases; declare a model, an enum or a named type and use its name",
)
TOO_DEEP = Code(
    "SRC020",
    "nested-too-deep",
    "the file is nested more than {limit} levels deep",
    "No spec needs that depth; it is an unclosed bracket, or an attack on the reader.",
    "close the brackets, or declare a model for the inner part",
)
SECOND_DOCUMENT = Code(
    "SRC021",
    "second-document",
    "a second document begins here",
    "A spec file is one document; what stands after `---` would be read by nobody.",
    "move it into a file of its own, or remove the line `---`",
)
COMPLEX_KEY = Code(
    "SRC022",
    "complex-key",
    "a key must be a word",
    "A list, a mapping or an alias as a key names nothing.",
    "write the key as plain text",
)
LONG_NUMBER = Code(
    "SRC023",
    "long-number",
    "the number has more digits than any value of the language",
    "No type holds a number of that length.",
    "quote it if it is text",
)

QUOTES = 'a type with brackets needs quotes inside of braces: {type: "list[string]"}'

_BRACKETS = re.compile(r"[:,]\s*[A-Za-z]+\[[^\[\]{}]*\]?\s*[,}]?\s*\Z")
_INVISIBLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def structure(code: Code, span: Span, report: Report, *, first: Any = None, **values: Any) -> None:
    related = [Related(Span(span.file, *first), "first written here")] if first else []
    report.add(code, span, related=related, **values)


def syntax(fault: Any, path: str, text: str, marks: Marks, report: Report) -> None:
    """Turn what the parser raised into the fault that the author sees."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if mark is None or "\ufeff" in text:
        _unprintable(path, text, report)
        return
    line, column, *_ = marks.between(mark, mark)
    lines = BREAK.split(text)
    if line > len(lines):
        line, column = len(lines), len(lines[-1]) + 1
    shown = lines[line - 1]
    span = Span(path, line, column, line, min(column, len(shown)) + 1)
    before = shown[:column]
    if before.strip(" ") == "\t" or (before.isspace() and "\t" in before):
        report.add(TAB, span)
        return
    problem = fault.problem or "it cannot be read"
    context = f"{fault.context}, " if getattr(fault, "context", None) else ""
    related = []
    if getattr(fault, "context_mark", None) and fault.context_mark.index != mark.index:
        begun = marks.between(fault.context_mark, fault.context_mark)
        related.append(Related(Span(path, *begun), "begun here"))
    hint = QUOTES if "flow mapping" in context and _BRACKETS.search(before) else ""
    report.add(SYNTAX, span, problem=context + problem, related=related, hint=hint)


def _unprintable(path: str, text: str, report: Report) -> None:
    found = _INVISIBLE.search(text)
    if found is None:
        report.add(SYNTAX, Span(path), problem="it cannot be read")
        return
    before = BREAK.split(text[: found.start()])
    line, column = len(before), len(before[-1]) + 1
    span = Span(path, line, column, line, column + 1)
    report.add(CONTROL_CHARACTER, span, number=ord(found.group()), fix=replace(span, ""))
