"""Whether a value keeps the constraints of a scalar."""

import base64
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from framework.ir import Limits, Scalar

BOUNDS: tuple[tuple[str, Callable[[Any, Any], bool], str], ...] = (
    ("ge", lambda value, bound: value >= bound, "it is less than"),
    ("gt", lambda value, bound: value > bound, "it is not greater than"),
    ("le", lambda value, bound: value <= bound, "it is greater than"),
    ("lt", lambda value, bound: value < bound, "it is not less than"),
)


def measured(value: Any, type_: Scalar, limits: Limits) -> str:
    """Why a value of the type breaks a constraint; an empty text where it keeps them all."""
    if type_.family == "number":
        return _number(Decimal(str(value)) if type_.name == "decimal" else value, limits)
    if type_.family in ("text", "bytes"):
        return _length(base64.b64decode(value) if type_.family == "bytes" else value, limits) or _pattern(value, limits)
    return ""


def _number(value: Any, limits: Limits) -> str:
    for name, keeps, words in BOUNDS:
        bound = getattr(limits, name)
        if bound is not None and not keeps(value, bound):
            return f"{words} {bound}"
    if limits.multiple_of is not None and not _divides(limits.multiple_of, value):
        return f"it is no multiple of {limits.multiple_of}"
    return _digits(value, limits) if isinstance(value, Decimal) else ""


def _divides(step: Any, value: Any) -> bool:
    try:
        return bool(value % step == 0)
    except InvalidOperation:  # more digits than decimals are reckoned with
        return False


def _digits(value: Decimal, limits: Limits) -> str:
    _, digits, exponent = value.as_tuple()
    places = max(0, -int(exponent))
    count = max(len(digits) + max(0, int(exponent)), places)
    if limits.places is not None and places > limits.places:
        return f"it has more than {limits.places} digits behind the point"
    if limits.digits is not None and limits.places is not None and count - places > limits.digits - limits.places:
        return f"it has more than {limits.digits - limits.places} digits before the point"
    return f"it has more than {limits.digits} digits" if limits.digits is not None and count > limits.digits else ""


def _length(value: str | bytes, limits: Limits) -> str:
    if limits.min_length is not None and len(value) < limits.min_length:
        return f"it is shorter than {limits.min_length}"
    if limits.max_length is not None and len(value) > limits.max_length:
        return f"it is longer than {limits.max_length}"
    return ""


def _pattern(value: str, limits: Limits) -> str:
    if limits.pattern is None:
        return ""
    from pydantic_core import SchemaValidator, ValidationError, core_schema

    try:
        SchemaValidator(core_schema.str_schema(pattern=limits.pattern)).validate_python(value)
    except ValidationError:
        return f"it does not match {limits.pattern}"
    return ""
