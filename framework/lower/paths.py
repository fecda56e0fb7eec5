"""The segments of a path, and whether two paths can match one request."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Generic, TypeVar

V = TypeVar("V")
_PARAMETER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands between two slashes: fixed texts with parameters between them. `{id}.json` has the texts '' and
    '.json' and the parameter `id`, which takes one character or more."""

    literals: tuple[str, ...]
    names: tuple[str, ...]


@lru_cache(4096)
def segments(path: str) -> tuple[Segment, ...]:
    return tuple(_segment(text) for text in path.split("/")[1:])


@lru_cache(4096)
def _segment(text: str) -> Segment:
    parts = _PARAMETER.split(text)
    return Segment(tuple(parts[::2]), tuple(parts[1::2]))


Path = tuple[Segment, ...]
T = TypeVar("T")


class Shelf(Generic[T]):
    """Paths by their first two segments, so that one meets only those that could match what it matches."""

    def __init__(self) -> None:
        self._shelf: dict[str, dict[str, list[tuple[Path, T]]]] = {}

    def put(self, path: Path, item: T) -> None:
        begin, then = _head(path, 0), _head(path, 1)
        self._shelf.setdefault(begin, {}).setdefault(then, []).append((path, item))

    def near(self, path: Path) -> Iterator[tuple[Path, T]]:
        for inner in _like(self._shelf, _head(path, 0)):
            for items in _like(inner, _head(path, 1)):
                yield from items


def _head(path: Path, index: int) -> str:
    if index >= len(path):
        return ""
    return "{" if path[index].names else path[index].literals[0]


def _like(shelf: dict[str, V], head: str) -> list[V]:
    if head == "{":
        return list(shelf.values())
    return [shelf[key] for key in (head, "{") if key in shelf]


def overlap(one: Path, other: Path) -> str | None:
    """A path that both match; None where there is none."""
    if len(one) != len(other):
        return None
    found = []
    for mine, theirs in zip(one, other, strict=True):
        common = _meet("*".join(mine.literals), "*".join(theirs.literals))
        if common is None:
            return None
        found.append(common)
    return "/" + "/".join(found)


@lru_cache(8192)
def _meet(one: str, other: str) -> str | None:
    """A text that two patterns match, where a star takes one character or more. Both are walked at once, and each
    pair of positions is looked at once."""
    if "*" not in one and "*" not in other:
        return one if one == other else None
    queue = [(0, 0, "")]
    seen = set()
    while queue:
        i, j, text = queue.pop(0)
        if i == len(one) and j == len(other):
            return text
        if (i, j) in seen:
            continue
        seen.add((i, j))
        for (next_i, char), (next_j, other_char) in product(_steps(one, i), _steps(other, j)):
            if char == other_char or "" in (char, other_char):
                queue.append((next_i, next_j, text + (char or other_char or "x")))
    return None


def _steps(pattern: str, index: int) -> list[tuple[int, str]]:
    """Where the next character leads: the pattern's own, or any, which inside of a star may be the last or not."""
    if index == len(pattern):
        return []
    if pattern[index] == "*":
        return [(index + 1, ""), (index, "")]
    return [(index + 1, pattern[index])]
