"""A place in a file, as a person counts: lines and columns from 1, columns in characters, the end exclusive."""

from typing import NamedTuple


class Span(NamedTuple):
    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def part(self, start: int, end: int) -> "Span":
        """The characters `start` to `end` of a span that stands on one line."""
        if self.line != self.end_line:
            return self
        return Span(self.file, self.line, self.column + start, self.line, self.column + end)
