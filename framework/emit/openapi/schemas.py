"""Any type as JSON Schema, and the values that a spec gives as they stand on the wire.

One schema serves both directions, as one class does: what may be left out of a request is not promised in an answer.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from framework.emit.openapi import patterns
from framework.emit.openapi.scalars import Json, scalar
from framework.emit.python.narrowing import narrowed
from framework.ir import (
    UNSET,
    Dict,
    Enum,
    Field,
    Limits,
    List,
    Literal,
    Model,
    NamedType,
    Nullable,
    Page,
    Param,
    Ref,
    Scalar,
    Set,
    Type,
    Union,
    Variant,
)
from framework.ir.field import NO_LIMITS

NULL: Json = {"type": "null"}
COMPONENTS = "#/components/schemas/"
JSON_TYPES = {str: "string", int: "integer"}


def reference(name: str) -> Json:
    return {"$ref": COMPONENTS + name}


def page_name(page: Page) -> str:
    """As Pydantic calls it. No class of a user is called so, for their names have no underscores."""
    item = page.item
    return f"Page_{item.target.name}_" if isinstance(item, Ref) else "Page"


def schema(type_: Type, limits: Limits = NO_LIMITS) -> Json:
    type_, limits = narrowed(type_, limits)  # a named type has no class, so it stands where it is used
    match type_:
        case Scalar():
            return scalar(type_, limits)
        case Ref(target):
            return reference(target.name.text)
        case List(item) | Set(item):
            unique = {"uniqueItems": True} if isinstance(type_, Set) or limits.unique_items else {}
            return {"type": "array", "items": schema(item), **_counts(limits, "Items"), **unique}
        case Dict(key, value):
            return {"type": "object", **_names(key), "additionalProperties": schema(value) or True} | _counts(
                limits, "Properties"
            )
        case Nullable(item):
            return nullable(schema(item, limits))
        case Union():
            return _union(type_)
        case Literal(values):
            return _choice(values)
        case Page():
            return reference(page_name(type_))


def nullable(found: Json) -> Json:
    """The empty schema takes null already; arms of a union take it as one more."""
    if not found:
        return found
    return {"anyOf": [*(found["anyOf"] if found.keys() == {"anyOf"} else [found]), NULL]}


def described(one: Field | Param, found: Json) -> Json:
    """A schema with what is said of its value: for people, and the value of who leaves it out."""
    more: Json = {}
    if isinstance(one, Field) and one.description and one.description != _said(one.type):
        more["description"] = one.description
    if isinstance(one, Field) and one.deprecated:
        more["deprecated"] = True
    if one.default is not UNSET and not (isinstance(one, Param) and one.default is None):
        more["default"] = wire(one.default, one.type)
    example = _example(one)
    if example is not UNSET:
        more["examples"] = [wire(example, one.type)]
    return found | more


def _said(type_: Type) -> str | None:
    """What the component of an enum says already: one that is declared at a field has the description of the field."""
    return type_.target.description if isinstance(type_, Ref) and isinstance(type_.target, Enum) else None


def _example(one: Field | Param) -> Any:
    named = one.type.target if isinstance(one.type, Ref) else None
    return named.example if one.example is UNSET and isinstance(named, NamedType) else one.example


def wire(value: Any, type_: Type) -> Any:
    """A value of a spec as it will be sent: a decimal is text, and an object has the defaults of its fields."""
    match type_:
        case Scalar(name="decimal") if isinstance(value, int | float | str):
            return format(Decimal(str(value)), "f")
        case Ref(NamedType() as target):
            return wire(value, target.type)
        case Ref(Model() | Variant() as target) if isinstance(value, dict):
            known = {field.wire: (field.type, value.get(field.wire, field.default)) for field in target.fields}
            return value | {name: wire(item, one) for name, (one, item) in known.items() if item is not UNSET}
        case List(item) | Set(item) if isinstance(value, list | tuple):
            return [wire(one, item) for one in value]
        case Dict(_, item) if isinstance(value, dict):
            return {key: wire(one, item) for key, one in value.items()}
        case Nullable(item) if value is not None:
            return wire(value, item)
    return value


def _counts(limits: Limits, what: str) -> Json:
    found = (("min" + what, limits.min_items), ("max" + what, limits.max_items))
    return {name: count for name, count in found if count is not None}


def _names(key: Type) -> Json:
    """What the keys of an object may be. All of them are text, so numbers are told by their form."""
    base, limits = narrowed(key, NO_LIMITS)
    values = values_of(base)
    if any(isinstance(value, int) for value in values):
        return {"propertyNames": {"type": "string", "enum": [str(value) for value in values]}}
    if not isinstance(base, Scalar) or base.name != "int":
        return {"propertyNames": schema(key)}
    bounds = [{"pattern": patterns.decimal(replace(limits, places=0))}] if limits != NO_LIMITS else []
    return {"propertyNames": {"type": "string", "pattern": patterns.INT_KEY} | ({"allOf": bounds} if bounds else {})}


def _union(union: Union) -> Json:
    arms = [schema(arm) for arm in union.arms]
    if union.discriminator is None:
        return {"anyOf": arms}
    targets = [arm.target for arm in union.arms if isinstance(arm, Ref) and isinstance(arm.target, Model | Variant)]
    tags = [(target.name.text, _tag(target, union.discriminator)) for target in targets]
    mapping = {str(value): COMPONENTS + name for name, field in tags for value in values_of(field.type)}
    return {"oneOf": arms, "discriminator": {"propertyName": tags[0][1].wire, "mapping": mapping}}


def _tag(target: Model | Variant, name: str) -> Field:
    return next(field for field in target.fields if name in (field.wire, field.name.text))


def values_of(type_: Type) -> tuple[str | int, ...]:
    """The values of a closed choice."""
    if isinstance(type_, Literal):
        return type_.values
    members = type_.target.members if isinstance(type_, Ref) and isinstance(type_.target, Enum) else ()
    return tuple(member.value for member in members)


def _choice(values: tuple[str | int, ...]) -> Json:
    kinds = {type(value) for value in values}
    found: Json = {"type": JSON_TYPES[kinds.pop()]} if len(kinds) == 1 else {}
    return found | ({"const": values[0]} if len(values) == 1 else {"enum": list(values)})


def kind(type_: Type) -> str | None:
    """What JSON calls the values of a scalar or an enum."""
    base, _ = narrowed(type_, NO_LIMITS)
    if isinstance(base, Scalar):
        return base.json_type
    values = values_of(base)
    return JSON_TYPES[type(values[0])] if values else None
