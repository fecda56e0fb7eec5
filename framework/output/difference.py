"""Two texts of one file, compared for a person."""

import re
from collections.abc import Iterator

from framework.diagnostics import Span

_BREAK = re.compile(r"\r\n|\n|\r")


def first_difference(path: str, stands: bytes, wanted: bytes) -> Span:
    """Where the text that stands begins to be another: to the end of that line, or the last line where text is gone."""
    lines, others = _lines(stands), _lines(wanted)
    row = next((i for i, pair in enumerate(zip(lines, others, strict=False)) if pair[0] != pair[1]), None)
    if row is None:
        row = min(len(lines), len(others), len(lines) - 1)
    line = lines[row]
    other = others[row] if row < len(others) else ""
    column = next((i for i, pair in enumerate(zip(line, other, strict=False)) if pair[0] != pair[1]), len(other))
    column = column if column < len(line) else 0
    return Span(path, row + 1, column + 1, row + 1, len(line) + 1)


def unified(before: bytes | None, after: bytes | None, path: str) -> Iterator[str]:
    """The lines of a diff that `git apply` understands; None is a file that is not there."""
    from difflib import unified_diff

    old = "/dev/null" if before is None else f"a/{path}"
    new = "/dev/null" if after is None else f"b/{path}"
    for line in unified_diff(_pieces(before), _pieces(after), old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[str]:
    return _BREAK.split(data.decode("utf-8", "replace"))


def _pieces(data: bytes | None) -> list[str]:
    """The lines with their ends, which are those of `\\n` alone: so does git count them."""
    text = (data or b"").replace(b"\r\n", b"\n").decode("utf-8", "replace")
    pieces = text.split("\n")
    return [f"{piece}\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
