"""Where values stand. A place mirrors its value: a mapping has a place for every key, a list for every item.

Places are plain tuples (or, out of the cache, lists) and not objects: a large workspace has hundreds of
thousands of them, and few are ever asked for. `At` is the cursor that reads them.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias, cast

from framework.diagnostics import Span

Area: TypeAlias = Sequence[int]
"""First line, first column, last line, column behind the end; from 1."""

Place: TypeAlias = Sequence[object]
"""The area of the value, the area of its key or None, the places inside or None; and for a text that was put
together from an older form, a fourth: `(start, end, area)` of each of its parts."""

WHOLE: Place = ((1, 1, 1, 1), None, None)


class At:
    """A value's place in a file, and the way to those inside. A key that is not there leads to its parent.

    The classes are compared and not asked with `isinstance`: this is the innermost step of every pass.
    """

    __slots__ = ("above", "file", "place")

    def __init__(self, file: str, place: Place, above: "tuple[At, str | int] | None" = None) -> None:
        self.file = file
        self.place = place
        self.above = above

    def __getitem__(self, key: str | int) -> "At":
        inside: Any = self.place[2]
        found = None
        if inside.__class__ is dict:
            found = inside.get(key)
        elif inside is not None and key.__class__ is int and key < len(inside):
            found = inside[key]
        return self if found is None else At(self.file, found, (self, key))

    @property
    def path(self) -> tuple[str | int, ...]:
        """The keys on the way here. Few places are ever asked, so none keeps it."""
        steps: list[str | int] = []
        above = self.above
        while above is not None:
            steps.append(above[1])
            above = above[0].above
        return tuple(reversed(steps))

    def has(self, key: str) -> bool:
        inside: Any = self.place[2]
        return inside.__class__ is dict and key in inside

    def part(self, start: int, end: int) -> Span:
        """The place of some characters of a text, as exactly as its spelling in the file allows."""
        parts = cast(Sequence[tuple[int, int, Area]], self.place[3]) if len(self.place) > 3 else ()
        for first, last, area in parts:
            if first <= start and end <= last:
                return Span(self.file, *area)
        return self.value

    @property
    def value(self) -> Span:
        return Span(self.file, *cast(Area, self.place[0]))

    @property
    def key(self) -> Span:
        area = self.place[1]
        return self.value if area is None else Span(self.file, *cast(Area, area))

    @property
    def span(self) -> Span:
        """What to underline: the scalar itself; of a mapping, a list or nothing at all the key that it stands under."""
        first_line, first, last_line, last = cast(Area, self.place[0])
        empty = (first_line, first) == (last_line, last)
        return self.value if self.place[2] is None and not empty else self.key
