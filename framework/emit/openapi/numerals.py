"""Decimal numbers as one regular expression: JSON Schema bounds numbers, but a decimal is text on the wire.

No lookaheads and no `\\d`: the expression means the same to Python, to ECMAScript and to Rust. A numeral has neither
an exponent nor a plus nor leading zeros, and digits on both sides of its point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from framework.ir import Limits

NEVER = r"^[^\s\S]$"
MANY = 10**6
"""As many digits as one likes."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The digits of a bound that are still to be compared; `inside` where it is itself a value."""

    whole: str
    places: str
    inside: bool
    negative: bool = False

    @property
    def digits(self) -> str:
        return self.whole + self.places

    @property
    def zero(self) -> bool:
        return not self.digits

    @property
    def mirrored(self) -> Bound:
        return replace(self, negative=not (self.negative or self.zero))


@dataclass(frozen=True, slots=True)
class Edge:
    """What is left of a bound's digits on the way through a numeral."""

    digits: str
    inside: bool

    @property
    def head(self) -> int:
        return int(self.digits[:1] or "0")

    @property
    def rest(self) -> Edge:
        return replace(self, digits=self.digits[1:])


Pair = tuple[Edge | None, Edge | None]
"""What a numeral must still not fall below, and not rise above."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many digits there may be: before the point, behind it, in all."""

    whole: int
    places: int
    total: int

    def behind(self, whole: int) -> int:
        return min(self.places, self.total - whole if self.total < MANY else MANY)


def decimal(limits: Limits) -> str:
    """What keeps digits, places and bounds. A `multiple_of` is told only where it says how many places there are."""
    room, low, high = _room(limits), _bound(limits.ge, limits.gt, 1), _bound(limits.le, limits.lt, -1)
    positive = high is None or not (high.negative or (high.zero and not high.inside))
    negative = low is None or low.negative
    above = _magnitudes(_over(low), high, room) if positive else []
    below = _magnitudes(_over(high and high.mirrored), low and low.mirrored, room) if negative else []
    if above and above == below:
        return f"^-?{either(above)}$"
    found = above + ([f"-{either(below)}"] if below else [])
    return f"^{either(found)}$" if found else NEVER


def _room(limits: Limits) -> Room:
    total = MANY if limits.digits is None else limits.digits
    places = MANY if limits.places is None else limits.places
    if limits.multiple_of is not None:
        step = Decimal(str(limits.multiple_of)).normalize().as_tuple()
        places = min(places, max(0, -int(step.exponent))) if step.digits == (1,) else places
    whole = total if limits.digits is None or limits.places is None else max(0, total - limits.places)
    return Room(whole, places, total)


def _bound(inside: object, outside: object, sign: int) -> Bound | None:
    """The tighter of two bounds of one side; `sign` says where their side lies."""
    given = [(Decimal(str(value)), kept) for value, kept in ((inside, True), (outside, False)) if value is not None]
    if not given:
        return None
    value, kept = max(given, key=lambda one: (one[0] * sign, not one[1]))
    whole, _, places = format(abs(value), "f").partition(".")
    return Bound(whole.lstrip("0"), places.rstrip("0"), kept, value < 0)


def _over(low: Bound | None) -> Bound | None:
    """The lower bound of magnitudes: none, where the bound lies on the other side of zero."""
    return None if low is None or low.negative or (low.zero and low.inside) else low


def _magnitudes(low: Bound | None, high: Bound | None, room: Room) -> list[str]:
    """Numerals without sign, by the number of digits before the point: those of a bound's length are compared digit
    by digit, those between have room for anything."""
    first = len(low.whole) if low else 0
    last = min(room.whole, len(high.whole) if high else MANY)
    tight = [length for length in (first if low else -1, len(high.whole) if high else -1) if first <= length <= last]
    found: list[str] = []
    for length in sorted(set(tight)):
        below = Edge(low.digits, low.inside) if low and length == len(low.whole) else None
        above = Edge(high.digits, high.inside) if high and length == len(high.whole) else None
        ways = _fractions((below, above), room.behind(0)) if length == 0 else _walk((below, above), length, room)
        found += [f"0{way}" for way in ways] if length == 0 else ways
    start = first + (first in tight)
    stop = last - (last in tight)
    return found + (_free(start, stop, room) if start <= stop else [])


def _free(start: int, stop: int, room: Room) -> list[str]:
    """All numerals of some lengths; each length for itself where it leaves another room behind the point."""
    if room.places + stop > room.total and stop < MANY and start < stop:
        return [way for length in range(start, stop + 1) for way in _free(length, length, room)]
    parts = ["0"] if start == 0 else []
    if stop > 0:
        parts.append("[1-9]" + repeated("[0-9]", max(start, 1) - 1, stop - 1))
    return [either(parts) + way for way in _fractions((None, None), room.behind(start))]


def _walk(pair: Pair, length: int, room: Room) -> list[str]:
    """Numerals with so many digits before the point, the first of them no zero."""
    return _wholes(pair, length, room.behind(length), 1)


def _wholes(pair: Pair, left: int, places: int, least: int) -> list[str]:
    if left == 0:
        return _fractions(pair, places)
    if pair == (None, None):
        return [repeated("[0-9]", left, left) + way for way in _fractions(pair, places)]
    found = []
    for head, then in _heads(pair, least):
        ways = _wholes(then, left - 1, places, 0)
        found += [head + either(ways)] if ways else []
    return found


def _fractions(pair: Pair, places: int) -> list[str]:
    """The point and what follows, or nothing; an empty list where there is no way."""
    ways = _tails(pair, places)
    behind = rf"\.{either(ways)}"
    if _may_end(pair):
        return [f"(?:{behind})?"] if ways else [""]
    return [behind] if ways else []


def _tails(pair: Pair, places: int) -> list[str]:
    """One digit or more behind the point."""
    low, high = pair
    low = None if low is not None and not low.digits and low.inside else low
    if places <= 0:
        return []
    if low is None and high is None:
        return [repeated("[0-9]", 1, places)]
    if high is not None and not high.digits:
        return [repeated("0", 1, places)] if high.inside and low is None else []
    if low is not None and not low.digits and high is None and places >= MANY:
        return ["0*[1-9][0-9]*"]
    found = []
    for head, then in _heads((low, high), 0):
        ways = _tails(then, places if places >= MANY else places - 1)
        more = [f"(?:{either(ways)})?"] if ways and _may_end(then) else ways
        found += [head + way for way in more] if more else [head] if _may_end(then) else []
    return found


def _heads(pair: Pair, least: int) -> Iterator[tuple[str, Pair]]:
    """The next digit, and what is left to compare behind it."""
    low, high = pair
    start, stop = low.head if low else least, high.head if high else 9
    if low and high and start == stop:
        yield str(start), (low.rest, high.rest)
        return
    if low and start <= stop:
        yield str(start), (low.rest, None)
    inner, outer = start + bool(low), stop - bool(high)
    if inner <= outer:
        yield f"[{inner}-{outer}]" if inner < outer else str(inner), (None, None)
    if high and start <= stop:
        yield str(stop), (None, high.rest)


def _may_end(pair: Pair) -> bool:
    low, high = pair
    return (low is None or (not low.digits and low.inside)) and (high is None or bool(high.digits) or high.inside)


def repeated(what: str, least: int, most: int) -> str:
    if most <= 0:
        return ""
    if most >= MANY - 1:
        return what + {0: "*", 1: "+"}.get(least, f"{{{least},}}")
    if least == most:
        return what if least == 1 else f"{what}{{{least}}}"
    return f"{what}{{{least},{most}}}"


def either(ways: Sequence[str]) -> str:
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
