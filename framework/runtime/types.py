"""The types of the language: what generated classes and handlers write in their annotations.

Each is a type of Python with the rule by which its values are taken and told. `IntParam` is the `Int` of a URL or a
header, `IntKey` that of the keys of an object.
"""

import datetime as dt
import decimal
import enum
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema, to_json

from framework.runtime.wire import values
from framework.runtime.wire.rules import (
    BytesRule,
    DecimalRule,
    EmailRule,
    FloatRule,
    IntRule,
    PlainRule,
    Schema,
    TextRule,
    UrlRule,
    before,
)

__all__ = [
    "PII", "SENSITIVE", "Bool", "BoolParam", "Bytes", "BytesRule", "Date", "DateTime", "Decimal",
    "DecimalRule", "Duration", "Email", "EmailRule", "Entries", "Float", "FloatParam", "FloatRule",
    "Guard", "Int", "IntKey", "IntParam", "IntRule", "Items", "Json", "Numeral", "Text", "TextRule", "Time", "Url",
    "UrlRule", "Uuid", "Whole", "described",
]  # fmt: skip

Choice = TypeVar("Choice", bound=enum.Enum)


class Guard(enum.Enum):
    """Marks a field whose value stays out of logs, traces and error details."""

    SENSITIVE = "sensitive"
    PII = "pii"


SENSITIVE, PII = Guard.SENSITIVE, Guard.PII


@dataclass(frozen=True, slots=True)
class Items:
    """How many items a list has, and whether one may stand twice."""

    min: int | None = None
    max: int | None = None
    unique: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        found = _bounded(handler(source), self.min, self.max)
        return core_schema.no_info_after_validator_function(distinct, found) if self.unique else found

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        return handler(core) | ({"uniqueItems": True} if self.unique else {})


@dataclass(frozen=True, slots=True)
class Entries:
    """How many entries an object has. Pydantic tells the form of its keys in a way that forbids no other, and of keys
    that are numbers it forgets that JSON writes them as text."""

    min: int | None = None
    max: int | None = None

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _bounded(handler(source), self.min, self.max)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        told, keys = handler(core), handler.resolve_ref_schema(handler(cast(Any, core)["keys_schema"]))
        for pattern, item in told.pop("patternProperties", {}).items():
            told |= {"additionalProperties": item}
            told["propertyNames"] = {"type": "string"} | told.get("propertyNames", {}) | {"pattern": pattern}
        choices = keys.get("enum", [keys["const"]] if "const" in keys else [])
        if any(isinstance(choice, int) for choice in choices):
            told["propertyNames"] = {"type": "string", "enum": [str(choice) for choice in choices]}
        return told


class Whole:
    """For choices that hold numbers: Python takes true for 1, JSON does not, and a text is no number."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        found = handler(source)
        return before(values.number if found["type"] != "literal" else values.no_bool, found)


class Numeral:
    """For choices that hold numbers, where they come as text."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return before(values.numeral, handler(source))


def described(text: str) -> Callable[[type[Choice]], type[Choice]]:
    """Tells what an enum means where its docstring cannot: one that is wrapped, or begins with blanks."""

    def told(core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        schema = handler(core)
        handler.resolve_ref_schema(schema)["description"] = text
        return schema

    def mark(choice: type[Choice]) -> type[Choice]:
        setattr(choice, "__get_pydantic_json_schema__", told)  # noqa: B010  # no class has it before
        return choice

    return mark


def distinct(items: list[Any]) -> list[Any]:
    """The items, if none of them stands twice."""
    if len({_mark(item) for item in items}) != len(items):
        raise PydanticCustomError("unique_items", "No item may stand twice")
    return items


def _mark(item: Any) -> object:
    """What two items have in common only if they are equal on the wire, too: for Python 1 equals true."""
    if isinstance(item, str | uuid.UUID | dt.date | decimal.Decimal):
        return item
    return type(item) is bool, to_json(item)


def _bounded(found: CoreSchema, low: int | None, high: int | None) -> CoreSchema:
    bounds = {"min_length": low, "max_length": high}
    return cast(CoreSchema, {**found, **{name: size for name, size in bounds.items() if size is not None}})


def _uuid() -> CoreSchema:
    return core_schema.uuid_schema()


def _date() -> CoreSchema:
    return before(values.date_text, core_schema.date_schema())


def _time() -> CoreSchema:
    return before(values.time_text, core_schema.time_schema())


def _moment() -> CoreSchema:
    return before(values.moment_text, core_schema.datetime_schema(tz_constraint="aware"))


def _duration() -> CoreSchema:
    told = core_schema.plain_serializer_function_ser_schema(values.duration_text, when_used="json")
    return core_schema.no_info_before_validator_function(
        values.to_duration, core_schema.timedelta_schema(), serialization=told
    )


def _json() -> CoreSchema:
    return core_schema.no_info_after_validator_function(values.writable, core_schema.any_schema())


_TEXT = ("type", "string")

Int = Annotated[int, IntRule()]
IntParam = Annotated[int, IntRule(of="param")]
IntKey = Annotated[int, IntRule(of="key")]
Float = Annotated[float, FloatRule()]
FloatParam = Annotated[float, FloatRule(of="param")]
Bool = Annotated[bool, PlainRule(lambda: core_schema.bool_schema(strict=True), (("type", "boolean"),))]
BoolParam = Annotated[bool, PlainRule(core_schema.bool_schema, (("type", "boolean"),))]
Decimal = Annotated[decimal.Decimal, DecimalRule()]
Text = Annotated[str, TextRule()]
Email = Annotated[str, EmailRule()]
Url = Annotated[str, UrlRule()]
Bytes = Annotated[bytes, BytesRule()]
Uuid = Annotated[uuid.UUID, PlainRule(_uuid, (_TEXT, ("format", "uuid")))]
Date = Annotated[dt.date, PlainRule(_date, (_TEXT, ("format", "date")))]
Time = Annotated[dt.time, PlainRule(_time, (_TEXT, ("pattern", values.TIME)))]
DateTime = Annotated[dt.datetime, PlainRule(_moment, (_TEXT, ("format", "date-time")))]
Duration = Annotated[dt.timedelta, PlainRule(_duration, (_TEXT, ("format", "duration")))]
Json = Annotated[Any, PlainRule(_json)]
