"""One fault at one place, with what goes with it."""

from dataclasses import dataclass

from framework.diagnostics.code import Code
from framework.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text from `start` to `end` (line and column, from 1, the end exclusive)."""

    file: str
    start: tuple[int, int]
    end: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together. A safe one keeps the meaning that the author must have had."""

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that the reader wants to see."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    code: Code
    span: Span
    message: str
    hint: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        return (self.span.file, self.span.line, self.span.column, self.code.id, self.message)


def replace(span: Span, text: str, *, safe: bool = True) -> Fix:
    """The fix that writes `text` over a span."""
    return Fix((Edit(span.file, (span.line, span.column), (span.end_line, span.end_column), text),), safe)
