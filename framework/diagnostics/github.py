"""Findings as workflow commands, which GitHub shows at the lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator, Sequence

from framework.diagnostics.diagnostic import Diagnostic
from framework.diagnostics.excerpt import printable
from framework.diagnostics.text import summary

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(diagnostics: Sequence[Diagnostic], prefix: str = "") -> str:
    """Errors first: GitHub shows ten of a step. `prefix` leads from the checkout to the workspace."""
    ranked = sorted(diagnostics, key=lambda found: found.code.severity != "error")
    lines = [_command(found, prefix) for found in ranked]
    return "\n".join([*lines, summary(diagnostics)]) + "\n" if lines else ""


def failure(message: str) -> str:
    """That there is no result."""
    return f"::error title=autogen::{_escaped(printable(message), _DATA)}\n"


def _command(found: Diagnostic, prefix: str) -> str:
    told = "\n".join(printable(part) for part in (found.message, found.hint) if part)
    properties = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in _properties(found, prefix))
    return f"::{found.code.severity} {properties}::{_escaped(told, _DATA)}"


def _properties(found: Diagnostic, prefix: str) -> Iterator[tuple[str, str]]:
    """Columns only on one line: GitHub refuses them for a longer part."""
    span = found.span
    yield "file", printable(prefix + span.file)
    yield "line", str(span.line)
    yield "endLine", str(span.end_line)
    if span.line == span.end_line:
        yield "col", str(span.column)
        yield "endColumn", str(span.end_column)
    yield "title", f"{found.code.id} {found.code.name}"


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
