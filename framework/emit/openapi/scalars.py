"""Scalar types as JSON Schema: a row for each, and what its constraints are called there."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from framework.emit.openapi import patterns
from framework.ir import Limits, Scalar

Json = dict[str, Any]

LOWEST, HIGHEST = -(2**63), 2**63 - 1

NUMBERS = (
    ("ge", "minimum"),
    ("gt", "exclusiveMinimum"),
    ("le", "maximum"),
    ("lt", "exclusiveMaximum"),
    ("multiple_of", "multipleOf"),
)
TEXTS = (("min_length", "minLength"), ("max_length", "maxLength"))


def scalar(type_: Scalar, limits: Limits) -> Json:
    return ROWS[type_.name](type_, limits)


def _int(type_: Scalar, limits: Limits) -> Json:
    """Exact bounds on both sides. A bound beyond 64 bits says that the number is no 64-bit one."""
    found: Json = {"type": "integer"} | _named(limits, NUMBERS)
    given = [bound for bound in (limits.ge, limits.gt, limits.le, limits.lt) if bound is not None]
    if all(LOWEST <= bound <= HIGHEST for bound in given):
        low = {} if limits.ge is not None or limits.gt is not None else {"minimum": LOWEST}
        high = {} if limits.le is not None or limits.lt is not None else {"maximum": HIGHEST}
        found |= low | high
    return found


def _float(type_: Scalar, limits: Limits) -> Json:
    return {"type": "number"} | _named(limits, NUMBERS)


def _decimal(type_: Scalar, limits: Limits) -> Json:
    """`multipleOf` speaks of numbers alone, and no pattern divides: so a client is told in a word of ours."""
    step = {} if limits.multiple_of is None else {"x-multiple-of": format(Decimal(str(limits.multiple_of)), "f")}
    return {"type": "string", "pattern": patterns.decimal(limits)} | step


def _bytes(type_: Scalar, limits: Limits) -> Json:
    return {"type": "string", "contentEncoding": "base64"} | patterns.base64(limits)


def _text(own: str) -> Callable[[Scalar, Limits], Json]:
    """`own` is the form that every text of the type has. Patterns of a spec go before it, and leave it to be told only
    where they would let by what it refuses."""

    def made(type_: Scalar, limits: Limits) -> Json:
        given = _patterns(limits)
        first, *more = [*given, own] if all(map(patterns.admits_nul, given)) else given
        rest = {"allOf": [{"pattern": pattern} for pattern in more]} if more else {}
        return {"type": "string"} | _named(limits, TEXTS) | {"pattern": first} | rest

    return made


def _patterns(limits: Limits) -> list[str]:
    """Those of a spec: a field may add one to that of its named type."""
    given: str | tuple[str, ...] | None = limits.pattern
    return [] if given is None else [given] if isinstance(given, str) else list(given)


def _plain(type_: Scalar, limits: Limits) -> Json:
    found = {"type": type_.json_type} if type_.json_type else {}
    return found | ({"format": type_.json_format} if type_.json_format else {})


def _named(limits: Limits, names: tuple[tuple[str, str], ...]) -> Json:
    return {said: value for name, said in names if (value := getattr(limits, name)) is not None}


ROWS: dict[str, Callable[[Scalar, Limits], Json]] = {
    "int": _int,
    "float": _float,
    "decimal": _decimal,
    "string": _text(patterns.TEXT),
    "bool": _plain,
    "bytes": _bytes,
    "uuid": _plain,
    "date": _plain,
    "time": _text(patterns.TIME),
    "datetime": _plain,
    "duration": _plain,
    "email": _text(patterns.EMAIL),
    "url": _text(patterns.URL),
    "json": _plain,
    "any": _plain,
}
