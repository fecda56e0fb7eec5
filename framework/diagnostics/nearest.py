"""The word that was probably meant.

`difflib` is not used: it costs an import on the way of every run, and its ratio prefers long words to close ones.
"""

from collections.abc import Iterable

LONGEST = 64
SHORTEST = 3
"""Shorter words are all close to each other; only their case can be a slip."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one closest known word, if it is close enough to be a slip of the hand and no other is as close."""
    if not word or len(word) > LONGEST:
        return None
    limit = 0 if len(word) < SHORTEST else max(1, len(word) // 3)
    near = {other for other in known if abs(len(other) - len(word)) <= limit and len(other) <= LONGEST}
    ranked = sorted((distance(word.lower(), other.lower(), limit), other) for other in near)
    if not ranked or ranked[0][0] > limit:
        return None
    if len(ranked) > 1 and ranked[1][0] == ranked[0][0]:
        return None
    return ranked[0][1]


def distance(a: str, b: str, limit: int = LONGEST) -> int:
    """Edits from `a` to `b`, where two neighbours that changed places are one (optimal string alignment); any number
    above the limit where there are more than that."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and min(before) > limit:
            return limit + 1
    return row[-1]
