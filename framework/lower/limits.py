"""Constraints: which fit which type, and whether any value can keep them all."""

import sys
from decimal import Decimal
from typing import Any

from framework.diagnostics import Code
from framework.ir import Dict, Limits, List, Literal, Nullable, Ref, Scalar, Set, Type
from framework.ir.field import NO_LIMITS
from framework.lower.draft import Draft
from framework.lower.types import base
from framework.source import At
from framework.spec.field import Limits as Shape

MISFIT = Code(
    "LOW040",
    "misfit-constraint",
    "`{name}` does not fit {what}",
    "A constraint that a type cannot have would be dropped in silence, and its author would rely on it.",
    "{remedy}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: {type: string, ge: 1}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: {type: string, min_length: 1}}}}",
)
BAD_LIMIT = Code(
    "LOW041",
    "bad-constraint",
    "`{name}: {value}` is no bound: {reason}",
    "No value could be measured against it.",
    "correct the value",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {pages: {type: int, ge: 0.5}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {pages: {type: int, ge: 1}}}}",
)
EMPTY_RANGE = Code(
    "LOW042",
    "empty-range",
    "no value can keep both `{low}` and `{high}`",
    "The bounds exclude each other, so every request would be refused.",
    "correct one of the bounds",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {pages: {type: int, ge: 9, le: 3}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {pages: {type: int, ge: 3, le: 9}}}}",
)
BAD_PATTERN = Code(
    "LOW043",
    "bad-pattern",
    "the pattern cannot be run: {reason}",
    "Patterns are run by the engine of Pydantic, which takes linear time and therefore knows no look-around and no "
    "back-references.",
    "write the pattern without them, or check the value in the controller",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {isbn: {type: string, pattern: '^(?=x)'}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {isbn: {type: string, pattern: '^x'}}}}",
)

KEYS = frozenset(Shape.model_fields)
BOUNDS = ("ge", "gt", "le", "lt")
COUNTS = ("min_length", "max_length", "min_items", "max_items", "digits", "places")
PAIRS = (("min_length", "max_length"), ("min_items", "max_items"), ("places", "digits"))
MOST = 2**31 - 1
ITEMS = frozenset({"min_items", "max_items"})


def limits(draft: Draft, shape: Shape, type_: Type, at: At) -> Limits:
    """The constraints that fit and make sense."""
    given = {name: value for name in KEYS & shape.model_fields_set if (value := getattr(shape, name)) is not None}
    if not given:
        return NO_LIMITS
    fitting = fits(type_)
    kept: dict[str, Any] = {}
    for name in sorted(given):
        if name not in fitting:
            remedy = f"{_what(type_)} takes {', '.join(sorted(fitting))}" if fitting else "remove the constraint"
            draft.report.add(MISFIT, at[name].key, name=name, what=_what(type_), remedy=remedy)
            continue
        value = _sound(draft, name, given[name], type_, at)
        if value is not None:
            kept[name] = value
    _ranges(draft, kept, type_, at)
    return Limits(**kept)


def fits(type_: Type) -> frozenset[str]:
    """The names of the constraints that a type can have."""
    type_ = base(type_.item if isinstance(type_, Nullable) else type_)
    if isinstance(type_, Scalar):
        return type_.limits
    if isinstance(type_, List):
        return ITEMS | {"unique_items"}
    return ITEMS if isinstance(type_, Set | Dict) else frozenset()


def _sound(draft: Draft, name: str, value: Any, type_: Type, at: At) -> Any:
    """The value of a constraint as its type needs it; None where it was reported."""
    reason = ""
    scalar = base(type_.item if isinstance(type_, Nullable) else type_)
    kind = scalar.name if isinstance(scalar, Scalar) else ""
    if name in COUNTS and value < (1 if name == "digits" else 0):
        reason = "it counts something and cannot be that small"
    elif name in COUNTS and value > MOST:
        reason = f"nothing has more than {MOST} parts"
    elif kind == "float" and abs(value) > sys.float_info.max:
        reason = "a float cannot be that large"
    elif name == "multiple_of" and value <= 0:
        reason = "it must be greater than zero"
    elif kind == "int" and name in (*BOUNDS, "multiple_of") and value != int(value):
        reason = "an int has no fraction"
    elif name == "pattern":
        return _pattern(draft, value, at)
    if reason:
        draft.report.add(BAD_LIMIT, at[name].span, name=name, value=value, reason=reason)
        return None
    if name in (*BOUNDS, "multiple_of"):
        return int(value) if kind == "int" else Decimal(str(value)) if kind == "decimal" else float(value)
    return value


def _pattern(draft: Draft, pattern: str, at: At) -> str | None:
    from pydantic_core import SchemaError, SchemaValidator, core_schema

    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError as fault:
        reason = next((line for line in reversed(str(fault).splitlines()) if "error:" in line), "it is no pattern")
        draft.report.add(BAD_PATTERN, at["pattern"].span, reason=reason.split("error:")[-1].strip())
        return None
    return pattern


def _ranges(draft: Draft, kept: dict[str, Any], type_: Type, at: At) -> None:
    for low, high in PAIRS:
        if low in kept and high in kept and kept[low] > kept[high]:
            draft.report.add(EMPTY_RANGE, at[low].span, low=f"{low}: {kept[low]}", high=f"{high}: {kept[high]}")
    lows = [(name, kept[name]) for name in ("ge", "gt") if name in kept]
    highs = [(name, kept[name]) for name in ("le", "lt") if name in kept]
    for low, bottom in lows:
        for high, top in highs:
            strict = (low == "gt") + (high == "lt")
            room = bottom + strict <= top if isinstance(bottom, int) else bottom < top or (bottom == top and not strict)
            if not room:
                draft.report.add(EMPTY_RANGE, at[low].span, low=f"{low}: {bottom}", high=f"{high}: {top}")


def _what(type_: Type) -> str:
    type_ = type_.item if isinstance(type_, Nullable) else type_
    if isinstance(type_, Scalar):
        return f"'{type_.name}'"
    if isinstance(type_, Ref):
        return f"'{type_.target.name.text}'"
    return "a literal" if isinstance(type_, Literal) else f"a {type(type_).__name__.lower()}"
