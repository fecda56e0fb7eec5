"""Whether a plain value of YAML is a value of a type, as the served API would judge it."""

import base64
import binascii
import math
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from framework.ir import (
    Dict,
    Enum,
    Limits,
    List,
    Literal,
    Model,
    NamedType,
    Nullable,
    Page,
    Ref,
    Scalar,
    Set,
    Type,
    Union,
    Variant,
)  # fmt: skip
from framework.ir.field import NO_LIMITS
from framework.lower.measure import measured

INT64 = 2**63
DEEPEST = 32

_UUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\Z")
_DURATION = re.compile(
    r"[-+]?P(?=.)(?:\d{1,8}W|(?:\d{1,6}Y)?(?:\d{1,7}M)?(?:\d{1,8}D)?"
    r"(?:T(?=.)(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}(?:\.\d{1,6})?S)?)?)\Z",
    re.ASCII,
)
"""No longer than the 999,999,999 days that Python has room for."""
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)*\Z")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s]+\Z")
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
_DATETIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[-+]\d\d:?\d\d)?\Z", re.ASCII)
"""RFC 3339. Python reads more of ISO 8601, which JSON does not carry: week dates, hours alone, no hyphens."""
_TIME = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[-+]\d\d:\d\d)?\Z")


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a value does not fit, and where inside of it. `key` where the key is at fault and not its value; `known`
    are the values that would have fitted."""

    value: Any
    reason: str
    path: tuple[str | int, ...] = ()
    key: bool = False
    known: tuple[str, ...] = ()

    def under(self, step: str | int) -> "Misfit":
        return replace(self, path=(step, *self.path))


def misfit(
    value: Any, type_: Type, limits: Limits = NO_LIMITS, *, nullable: bool = False, depth: int = 0
) -> Misfit | None:
    """What is wrong with a value; None where it fits."""
    if depth > DEEPEST:
        return Misfit(value, "it is nested too deep")
    if value is None and not _takes_null(type_):
        return None if nullable else Misfit(value, "it may not be null")
    if isinstance(type_, Scalar):
        return _plain(value, type_, limits)
    if isinstance(type_, Nullable):
        return misfit(value, type_.item, limits, nullable=True, depth=depth + 1)
    if isinstance(type_, Ref):
        return _declared(value, type_, limits, depth)
    if isinstance(type_, Literal):
        known = ", ".join(str(choice) for choice in type_.values)
        return None if _among(value, type_.values) else Misfit(value, f"it is none of {known}")
    if isinstance(type_, Union):
        return _either(value, type_, depth)
    return _parts(value, type_, limits, depth)


def _plain(value: Any, type_: Scalar, *limits: Limits) -> Misfit | None:
    """Whether a scalar fits and keeps all constraints: those of its named type, and those of its field."""
    reason = CHECKS[type_.name](value)
    for one in limits:
        if not reason and one is not NO_LIMITS:
            reason = measured(value, type_, one)
    if not reason and type_.name == "int" and not (-INT64 <= value < INT64 or _is_wide(limits)):
        reason = "it does not fit into 64 bits"
    return Misfit(value, reason) if reason else None


def _is_wide(limits: Iterable[Limits]) -> bool:
    """A bound beyond 64 bits says that the number is no 64-bit one."""
    given = (bound for one in limits for bound in (one.ge, one.gt, one.le, one.lt) if bound is not None)
    return any(not -INT64 <= bound < INT64 for bound in given)


def _takes_null(type_: Type) -> bool:
    return isinstance(type_, Nullable) or (isinstance(type_, Scalar) and type_.name in ("any", "json"))


def _among(value: Any, known: tuple[Any, ...]) -> bool:
    return not isinstance(value, bool) and any(value == one and type(value) is type(one) for one in known)


def _declared(value: Any, type_: Ref, limits: Limits, depth: int) -> Misfit | None:
    target = type_.target
    if isinstance(target, NamedType):
        named = target.type
        return _plain(value, named, target.limits, limits) if isinstance(named, Scalar) else None
    if isinstance(target, Enum):
        known = tuple(member.value for member in target.members)
        if _among(value, known):
            return None
        texts = tuple(str(one) for one in known)
        return Misfit(value, f"it is none of {', '.join(texts)}", known=texts)
    return _object(value, target, depth)


def _object(value: Any, target: Model | Variant, depth: int) -> Misfit | None:
    if not isinstance(value, dict):
        return Misfit(value, f"it is no mapping with the fields of '{target.name.text}'")
    fields = {field.wire: field for field in target.fields}
    for key in value:
        if key not in fields:
            reason = f"'{target.name.text}' has no field '{key}'"
            return Misfit(value[key], reason, (key,), key=True, known=tuple(fields))
    for wire, field in fields.items():
        if wire not in value and field.required:
            return Misfit(value, f"it lacks the field '{wire}'")
        if wire in value:
            found = misfit(value[wire], field.type, field.limits, nullable=field.nullable, depth=depth + 1)
            if found is not None:
                return found.under(wire)
    return None


def _either(value: Any, type_: Union, depth: int) -> Misfit | None:
    found = [misfit(value, arm, depth=depth + 1) for arm in type_.arms]
    return None if None in found else Misfit(value, "it fits no part of the union")


def _parts(value: Any, type_: List | Set | Dict | Page, limits: Limits, depth: int) -> Misfit | None:
    if isinstance(type_, Dict):
        return _mapping(value, type_, limits, depth)
    if not isinstance(value, list):
        return Misfit(value, "it is no list")
    for index, item in enumerate(value):
        found = misfit(item, type_.item, depth=depth + 1)
        if found is not None:
            return found.under(index)
    if isinstance(type_, Set) or limits.unique_items:
        for index, item in enumerate(value):
            if item in value[:index]:
                return Misfit(item, "it stands twice", (index,))
    return _counted(value, limits)


def _mapping(value: Any, type_: Dict, limits: Limits, depth: int) -> Misfit | None:
    if not isinstance(value, dict):
        return Misfit(value, "it is no mapping")
    for key, item in value.items():
        whole = isinstance(type_.key, Scalar) and type_.key.name == "int" and re.fullmatch(r"-?[0-9]{1,19}", key)
        found = misfit(int(key) if whole else key, type_.key, depth=depth + 1) or misfit(
            item, type_.value, depth=depth + 1
        )
        if found is not None:
            return found.under(key)
    return _counted(value, limits)


def _counted(value: Any, limits: Limits) -> Misfit | None:
    if limits.min_items is not None and len(value) < limits.min_items:
        return Misfit(value, f"it has fewer than {limits.min_items} items")
    if limits.max_items is not None and len(value) > limits.max_items:
        return Misfit(value, f"it has more than {limits.max_items} items")
    return None


def _int(value: Any) -> str:
    return "" if isinstance(value, int) and not isinstance(value, bool) else "it is no whole number"


def _float(value: Any) -> str:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return "" if number and abs(value) <= sys.float_info.max else "it is no finite number"


def _decimal(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return "it is no decimal number"
    try:
        return "" if Decimal(str(value)).is_finite() else "it is no finite number"
    except InvalidOperation:
        return "it is no decimal number"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        return "it is no text"
    return "it holds a NUL" if "\x00" in value else ""


def _bytes(value: Any) -> str:
    try:
        base64.b64decode(value, validate=True) if isinstance(value, str) else int("no text")
    except (binascii.Error, ValueError):
        return "it is no base64 text"
    return ""


def _shaped(pattern: re.Pattern[str], name: str, read: Callable[[str], Any] | None = None) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if not isinstance(value, str) or not pattern.match(value):
            return f"it is no {name}"
        try:
            return "" if read is None or read(value) is not None else f"it is no {name}"
        except ValueError:
            return f"it is no {name}"

    return check


def _datetime(value: Any) -> str:
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) and _DATETIME.match(value) else None
    except ValueError:
        found = None
    if found is None:
        return "it is no moment such as 2026-01-31T12:30:00Z"
    return "" if found.tzinfo is not None else "it has no offset; a datetime is always aware"


def _json(value: Any) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return "JSON has no such number"
    if isinstance(value, dict):
        return next((reason for item in value.values() if (reason := _json(item))), "")
    return next((reason for item in value if (reason := _json(item))), "") if isinstance(value, list) else ""


CHECKS: dict[str, Callable[[Any], str]] = {
    "int": _int,
    "float": _float,
    "decimal": _decimal,
    "string": _text,
    "bool": lambda value: "" if isinstance(value, bool) else "it is neither true nor false",
    "bytes": _bytes,
    "uuid": _shaped(_UUID, "UUID"),
    "date": _shaped(_DATE, "date such as 2026-01-31", date.fromisoformat),
    "time": _shaped(_TIME, "time such as 12:30:00", time.fromisoformat),
    "datetime": _datetime,
    "duration": _shaped(_DURATION, "duration such as P1DT2H"),
    "email": _shaped(_EMAIL, "e-mail address"),
    "url": _shaped(_URL, "absolute URL"),
    "json": _json,
    "any": _json,
}
"""Why a value is none of a scalar type; an empty text where it is."""
