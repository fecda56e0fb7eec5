"""A field of a named type may add constraints of its own; a value has to keep both, so the narrower one counts."""

import math
from collections.abc import Callable
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from framework.ir import Limits, NamedType, Ref, Type
from framework.ir.field import NO_LIMITS


def narrowed(type_: Type, limits: Limits) -> tuple[Type, Limits]:
    """What a type is underneath its name, with all constraints that hold."""
    if isinstance(type_, Ref) and isinstance(type_.target, NamedType):
        return type_.target.type, both(type_.target.limits, limits)
    return type_, limits


def both(one: Limits, other: Limits) -> Limits:
    if other == NO_LIMITS or one == NO_LIMITS:
        return one if other == NO_LIMITS else other
    kept: dict[str, Any] = {}
    for field in fields(Limits):
        first, second = getattr(one, field.name), getattr(other, field.name)
        kept[field.name] = second if first is None else first if second is None else JOIN[field.name](first, second)
    return replace(one, **kept)


def _multiple(one: Any, other: Any) -> Any:
    """The least number that is a multiple of both."""
    if isinstance(one, int) and isinstance(other, int):
        return math.lcm(one, other)
    first, second = Decimal(str(one)), Decimal(str(other))
    scale = Decimal(10) ** max(-int(first.as_tuple().exponent), -int(second.as_tuple().exponent), 0)
    return Decimal(math.lcm(int(first * scale), int(second * scale))) / scale


def _patterns(one: Any, other: Any) -> Any:
    """Several patterns are a tuple."""
    first, second = (found if isinstance(found, tuple) else (found,) for found in (one, other))
    found = (*first, *(pattern for pattern in second if pattern not in first))
    return found if len(found) > 1 else found[0]


JOIN: dict[str, Callable[[Any, Any], Any]] = {
    "ge": max, "gt": max, "le": min, "lt": min, "multiple_of": _multiple, "min_length": max, "max_length": min,
    "pattern": _patterns, "min_items": max, "max_items": min, "unique_items": lambda one, other: one or other,
    "digits": min, "places": min,
}  # fmt: skip
