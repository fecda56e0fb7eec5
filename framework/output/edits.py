"""Carries out the fixes of diagnostics on files that people write: what is not to change stays byte for byte."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from framework.diagnostics import Edit, Fix
from framework.output import disk
from framework.output.unwritten import Unwritten

BOM = b"\xef\xbb\xbf"
_BREAK = re.compile(r"\r\n|\n|\r")

Place = tuple[int, int]
"""Characters from the start of a text, the end exclusive."""


def amend(root: Path, fixes: Sequence[Fix]) -> list[str]:
    """Apply the fixes, each whole or not at all, and give the paths of the files that changed.

    Of two fixes that meet in the same characters the first is carried out; one that does not fit its file is left.
    """
    texts = {path: _open(root, path) for path in sorted({edit.file for fix in fixes for edit in fix.edits})}
    for fix in fixes:
        _take(fix, texts)
    return [path for path, text in texts.items() if text is not None and text.write()]


class _Text:
    """A file under repair. Columns count characters, behind the mark of byte order where there is one."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.mark = BOM if data.startswith(BOM) else b""
        self.text = data.removeprefix(BOM).decode("utf-8")
        breaks = list(_BREAK.finditer(self.text))
        starts = [0, *(found.end() for found in breaks)]
        ends = [*(found.start() for found in breaks), len(self.text)]
        self.lines = list(zip(starts, ends, strict=True))
        self.newline = breaks[0].group() if breaks else "\n"
        self.taken: dict[Place, str] = {}

    def place(self, edit: Edit) -> Place | None:
        start, end = self._offset(edit.start), self._offset(edit.end)
        return None if start is None or end is None or start > end else (start, end)

    def is_free(self, place: Place) -> bool:
        """Whether no fix has been at this place. Edits may touch; two at one point would come in no certain order."""
        start, end = place
        return all(end <= a or b <= start for a, b in self.taken) and all(start != a for a, _ in self.taken)

    def write(self) -> bool:
        text = self.text
        for (start, end), new in sorted(self.taken.items(), reverse=True):
            text = text[:start] + _BREAK.sub(lambda _: self.newline, new) + text[end:]
        if text == self.text:
            return False
        disk.overwrite(self.path, self.mark + text.encode("utf-8"), os.stat(self.path).st_mode & 0o7777)
        return True

    def _offset(self, point: tuple[int, int]) -> int | None:
        line, column = point
        if not 1 <= line <= len(self.lines):
            return None
        start, end = self.lines[line - 1]
        return start + column - 1 if 1 <= column <= end - start + 1 else None


def _take(fix: Fix, texts: dict[str, _Text | None]) -> None:
    wanted: list[tuple[_Text, Place, str]] = []
    for edit in fix.edits:
        text = texts[edit.file]
        place = text.place(edit) if text is not None else None
        if text is None or place is None or not text.is_free(place):
            return
        wanted.append((text, place, edit.text))
    for text, place, new in wanted:
        text.taken[place] = new


def _open(root: Path, path: str) -> _Text | None:
    """The file behind a path, its links followed; None for one that is gone, no text, or outside of the workspace."""
    inside, real = os.path.realpath(root), os.path.realpath(root / path)
    if os.path.commonpath((inside, real)) != inside:
        return None
    try:
        data = disk.read(real)
        if data is None:
            return None
        if not os.access(real, os.W_OK):
            raise Unwritten(f"nothing was written: {path} may not be changed", "check the rights of the file")
        return _Text(real, data)
    except UnicodeDecodeError:
        return None
