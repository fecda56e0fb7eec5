"""A line of the user's file as a terminal shows it, with the marks below the right characters.

A character takes no, one or two columns, and some would move the cursor or turn the direction of the line:
those are shown as escapes, so that what is read is what stands in the file.
"""

import unicodedata
from collections.abc import Iterator

TAB = 4
CUT = "..."
NARROWEST = 24
DENSEST = 4
"""The most characters that a column can hold; letters with more marks than that are no text."""

_ESCAPED = frozenset({"Cc", "Cs", "Zl", "Zp"})
_NO_COLUMN = frozenset({"Mn", "Me", "Cf"})
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""They turn the direction of what follows, or are invisible: the means of a spec that reads as another one."""


def printable(text: str) -> str:
    """One line of text in which nothing acts on the terminal."""
    return text if text.isprintable() else "".join(_shown(character) for character in text)


def excerpt(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """The line and its marks: `start` and `end` count characters from 0. What does not fit into `width` columns is
    cut, never the first mark."""
    width = max(width, NARROWEST)
    start = max(0, min(start, len(line)))
    end = max(start, min(end, len(line)))
    first = _begin(line, start, width * 2 // 3 - len(CUT))
    text, marks = (CUT, " " * len(CUT)) if first else ("", "")
    used = at = len(text)
    for index in range(first, len(line)):
        shown, columns = _cell(line[index])
        crowded = used + columns + len(CUT) > width or index - first > width * DENSEST
        if crowded and not _fits(line[index : index + width + 1], width - used):
            text += CUT
            break
        text += shown
        used += columns
        at = used if index < start else at
        marks += ("^" if start <= index < end else " ") * columns
    return text, marks.rstrip() or " " * at + "^"


def _begin(line: str, start: int, columns: int) -> int:
    """Where to begin so that no more than `columns` stand before the first mark."""
    first = start
    for character in _backward(line, start, columns * DENSEST):
        columns -= _cell(character)[1]
        if columns < 0:
            break
        first -= 1
    return first if first > len(CUT) else 0


def _backward(line: str, start: int, most: int) -> Iterator[str]:
    return reversed(line[max(0, start - most) : start])


def _fits(rest: str, columns: int) -> bool:
    """Whether the end of a line fits into some columns. A rest of many characters without a column never does."""
    return len(rest) <= columns and sum(_cell(character)[1] for character in rest) <= columns


def _cell(character: str) -> tuple[str, int]:
    """What is written for a character, and the columns that it takes."""
    if " " <= character <= "~":
        return character, 1
    if character == "\t":
        return " " * TAB, TAB
    shown = _shown(character)
    if shown != character:
        return shown, len(shown)
    if unicodedata.category(character) in _NO_COLUMN:
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _shown(character: str) -> str:
    if unicodedata.category(character) in _ESCAPED or character in _TURNS:
        return character.encode("unicode_escape").decode("ascii")
    return character
