"""Texts that are put together: a name that is spelt in pieces is the same name."""

from __future__ import annotations

import ast
from itertools import product
from typing import TYPE_CHECKING

from framework.lint.code.scopes import Frame
from framework.lint.code.values import MOST, Mapping, Number, Sequence, Text, Value, Values, union

if TYPE_CHECKING:
    from framework.lint.code.evaluate import Evaluator

LONGEST = 10_000


def formatted(ev: Evaluator, expr: ast.JoinedStr, frame: Frame) -> Values:
    """An f-string; from the first part that is not known on, it is open."""
    found: Values = (Text(""),)
    for part in expr.values:
        inner = part.value if isinstance(part, ast.FormattedValue) else part
        known = written(ev.values(inner, frame)) if _is_plain(part) else ()
        found = added(found, known)
    return found


def _is_plain(part: ast.expr) -> bool:
    return not isinstance(part, ast.FormattedValue) or (part.format_spec is None and part.conversion in (-1, ord("s")))


def operation(ev: Evaluator, expr: ast.BinOp, frame: Frame) -> Values:
    return joined(ev, ev.values(expr.left, frame), ev.values(expr.right, frame), expr.op)


def joined(ev: Evaluator, left: Values, right: Values, op: ast.operator) -> Values:
    """`+`, `%` and `*` of texts, `+` of sequences, `|` of dicts and of types."""
    if isinstance(op, ast.BitOr):
        maps = [each for each in (*left, *right) if isinstance(each, Mapping)]
        return (Mapping(tuple(pair for each in maps for pair in each.pairs)),) if maps else union(left, right)
    if isinstance(op, ast.Mod):
        return tuple(each for one in left if isinstance(one, Text) for each in _percent(one, right))
    if isinstance(op, ast.Mult):
        return tuple(_times(one, two) for one, two in product(left, right) if _repeats(one, two))
    if not isinstance(op, ast.Add):
        return ()
    lists = [(one, two) for one, two in product(left, right) if isinstance(one, Sequence) and isinstance(two, Sequence)]
    if lists:
        return tuple(Sequence(one.items + two.items) for one, two in lists)
    begun = tuple(each for each in left if isinstance(each, Text))
    numbers = [(one, two) for one, two in product(left, right) if isinstance(one, Number) and isinstance(two, Number)]
    sums = tuple(Number((one.value or 0) + (two.value or 0)) for one, two in numbers)
    return sums or (added(begun, tuple(each for each in right if isinstance(each, Text))) if begun else ())


def added(left: Values, right: Values) -> Values:
    """Each text with each behind it."""
    found: dict[Value, None] = {}
    for one in left:
        if not isinstance(one, Text):
            continue
        if one.open or not right:
            found[Text(one.value, True)] = None
            continue
        for two in right:
            if isinstance(two, Text) and type(one.value) is type(two.value) and len(one.value) < LONGEST:
                found[Text(one.value + two.value, two.open)] = None  # type: ignore[operator]  # of one type
    return tuple(found)[:MOST]


def written(values: Values) -> Values:
    """What `str` makes of values."""
    found: list[Value] = []
    for value in values:
        if isinstance(value, Number):
            found.append(Text(str(value.value)))
        elif isinstance(value, Text) and isinstance(value.value, str):
            found.append(value)
    return tuple(found)


def _percent(one: Text, right: Values) -> Values:
    found: list[Value] = []
    for two in right:
        parts = two.items if isinstance(two, Sequence) else ((two,),)
        plain = [each.value for part in parts for each in part[:1] if isinstance(each, (Text, Number))]
        if len(plain) == len(parts) and not isinstance(one.value, bytes):
            try:
                found.append(Text(one.value % tuple(plain)))
            except (TypeError, ValueError):
                continue
    if not found and isinstance(one.value, str):
        return (Text(one.value.split("%")[0], True),)
    return tuple(found)


def _repeats(one: Value, two: Value) -> bool:
    return isinstance(one, Text) and isinstance(two, Number) and 0 <= (two.value or 0) * len(one.value) < LONGEST


def _times(one: Value, two: Value) -> Value:
    assert isinstance(one, Text)
    assert isinstance(two, Number)
    return Text(one.value * (two.value or 0))
