"""How values stand on the wire: the forms of texts, and what they say in Python. Plain functions, no Pydantic.

The patterns mean the same to every engine: `[0-9]` and not `\\d`, ranges and not `\\s`. JSON Schema tells them to
clients, and they are asked here, so that nothing is taken which the schema refuses.
"""

import base64
import math
import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

TEXT = r"^[^\x00]*$"
"""No NUL: no database holds one in a text (https://www.postgresql.org/docs/current/datatype-character.html)."""

EMAIL = r"^[^@\x00-\x20\x7f]+@[^@.\x00-\x20\x7f]+(?:\.[^@.\x00-\x20\x7f]+)*$"
URL = r"^[A-Za-z][A-Za-z0-9+.-]*://[^\x00-\x20\x7f]+$"
BASE64 = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
TIME = (
    r"^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?$"
)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})\Z"
)
INT_KEY = "^(?:0|-?[1-9][0-9]{0,17})$"

_BASE64 = re.compile(BASE64.replace("$", r"\Z"))
_CLOCK = re.compile(TIME.replace("$", r"\Z"))
_WHOLE = re.compile(r"-?[0-9]{1,18}\Z")
_KEY = re.compile(INT_KEY.replace("$", r"\Z"))
_NUMERAL = re.compile(r"-?(0|[1-9][0-9]*)(?:\.([0-9]+))?\Z")
_LONGEST = 1000
"""Digits of a decimal that no spec bounds: longer ones cost more than they say."""

_DURATION = re.compile(
    r"([-+])?P(?:([0-9]{1,7})W|(?=.)(?:([0-9]{1,6})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,8})D)?"
    r"(?:T(?=.)(?:([0-9]{1,9})H)?(?:([0-9]{1,10})M)?(?:([0-9]{1,11})(?:\.([0-9]{1,6}))?S)?)?)\Z"
)
_DAYS = (7, 365, 30, 1)
"""How many days a week, a year, a month and a day have: a length of time knows no calendar."""


def date_text(value: object) -> object:
    return _formed(value, DATE.match, "must be a date such as 2026-01-31")


def time_text(value: object) -> object:
    return _formed(value, _CLOCK.match, "must be a time of the day such as 12:30:00")


def moment_text(value: object) -> object:
    return _formed(value, MOMENT.match, "must be a moment such as 2026-01-31T12:30:00Z")


def number(value: object) -> object:
    """A number of JSON. A whole number may be written as 1.0."""
    if isinstance(value, bool | str | bytes):
        raise ValueError("must be a number")
    return int(value) if isinstance(value, float) and value.is_integer() else value


def real(value: object) -> object:
    if isinstance(value, bool | str | bytes):
        raise ValueError("must be a number")
    return value


def numeral(value: object) -> object:
    """A text that is a whole number, as that number; what is something else is left to the type."""
    return int(value) if isinstance(value, str) and _WHOLE.match(value) else value


def key(value: object) -> object:
    """The key of an object as a number."""
    if isinstance(value, bool) or (isinstance(value, str) and not _KEY.match(value)):
        raise ValueError("must be a whole number")
    return value


def no_bool(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("must be none of true and false")
    return value


def to_decimal(value: object) -> Decimal:
    """Exponents, blanks and `Infinity` are no numerals of ours, though `Decimal` would take them."""
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if not isinstance(value, str) or len(value) > _LONGEST or not _NUMERAL.match(value):
        raise ValueError("must be a decimal number as text")
    return Decimal(value)


def count(value: Decimal) -> tuple[int, int]:
    """The digits before the point and behind it, as they are written."""
    found = _NUMERAL.match(decimal_text(value))
    assert found is not None, "every finite decimal has such a text"
    return len(found[1]), len(found[2] or "")


def decimal_text(value: Decimal) -> str:
    """Without an exponent, and without the sign of a zero."""
    return format(value if value else abs(value), "f")


def to_bytes(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not _BASE64.match(value):
        raise ValueError("must be base64")
    return base64.b64decode(value)


def bytes_text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def to_duration(value: object) -> timedelta:
    if isinstance(value, timedelta):
        return value
    found = _DURATION.match(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError("must be a duration such as P1DT2H")
    sign, *parts, micro = found.groups()
    days, clock = [int(part or 0) for part in parts[:4]], [int(part or 0) for part in parts[4:]]
    length = timedelta(
        days=sum(one * size for one, size in zip(days, _DAYS, strict=True)),
        hours=clock[0], minutes=clock[1], seconds=clock[2], microseconds=int((micro or "0").ljust(6, "0")),
    )  # fmt: skip
    return -length if sign == "-" else length


def duration_text(value: timedelta) -> str:
    sign, length = ("-", -value) if value < timedelta() else ("", value)
    minutes, seconds = divmod(length.seconds, 60)
    part = f".{length.microseconds:06d}".rstrip("0") if length.microseconds else ""
    return f"{sign}P{length.days}DT{minutes // 60}H{minutes % 60}M{seconds}{part}S"


def writable(value: object) -> object:
    """A value that JSON can write: all its numbers are finite, all its texts are Unicode."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            one.encode()  # a lone surrogate raises a ValueError
        elif isinstance(one, float) and not math.isfinite(one):
            raise ValueError("must be a finite number")
        elif isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple):
            waiting += one
    return value


def _formed(value: object, match: Callable[[str], object], message: str) -> object:
    """Numbers would be taken for seconds since 1970, whether they come as numbers or as text."""
    if isinstance(value, int | float | bytes) or (isinstance(value, str) and not match(value)):
        raise ValueError(message)
    return value
