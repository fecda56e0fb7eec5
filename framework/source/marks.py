"""From the marks of the parser to lines and columns as an editor counts them."""

import re
from bisect import bisect_right
from typing import Any

from framework.source.place import Area

BREAK = re.compile(r"\r\n|\n|\r")
_ANCHOR = re.compile(r"&\S+ +")
_ODD_BREAKS = ("\x85", "\u2028", "\u2029")


class Marks:
    """The parser follows YAML 1.1 and breaks lines at NEL, LS and PS, where no editor does."""

    def __init__(self, text: str) -> None:
        self.text = text
        odd = any(mark in text for mark in _ODD_BREAKS)
        self.starts = [0, *(found.end() for found in BREAK.finditer(text))] if odd else None

    def area(self, event: Any) -> Area:
        """The place of an event; of a value behind an anchor that of the value alone, of a block of text no line more
        than its own."""
        start, end = event.start_mark, event.end_mark
        area = self.between(start, end)
        if getattr(event, "style", None) in ("|", ">"):
            lines = BREAK.split(self.text[start.index : end.index].rstrip())
            return (*area[:2], area[0] + len(lines) - 1, len(lines[-1]) + (1 if lines[1:] else area[1]))
        anchor = _ANCHOR.match(self.text, start.index) if getattr(event, "tag", "") is None and event.anchor else None
        if anchor and anchor.end() < end.index:
            return (area[0], area[1] + len(anchor.group()), *area[2:])
        return area

    def between(self, start: Any, end: Any) -> Area:
        if self.starts is None:
            return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        return (*self.point(start.index), *self.point(end.index))

    def point(self, index: int) -> tuple[int, int]:
        starts = self.starts or [0]
        line = bisect_right(starts, index)
        return line, index - starts[line - 1] + 1
