"""How values of each scalar type are taken and told.

A rule gives Pydantic a validator and JSON Schema exactly what the validator takes. Nested `Annotated`s with `Field`s
would do neither: constraints behind a function are lost to the schema, and numbers are taken from text and booleans.

`of` says where a value comes from. In a `body` a number is a number of JSON; a `param` is text, and so is the `key` of
an object, but Python code may give a number.
"""

import decimal
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticKnownError, core_schema

from framework.runtime.wire import values

Of = Literal["body", "param", "key"]
Schema = dict[str, Any]

LOWEST, HIGHEST = -(2**63), 2**63 - 1
WORDS = {
    "ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum", "multiple_of": "multipleOf",
    "min_length": "minLength", "max_length": "maxLength",
}  # fmt: skip

STEP = "x-multiple-of"
"""What a decimal is a multiple of. `multipleOf` speaks of numbers alone, and on the wire a decimal is text."""


class Rule:
    """`core` says how a value is taken, `told` what JSON Schema says of it."""

    __slots__ = ()

    def core(self) -> CoreSchema:
        raise NotImplementedError

    def told(self) -> Schema:
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return self.core()

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        return self.told()


@dataclass(frozen=True, slots=True)
class PlainRule(Rule):
    """Of a type without constraints."""

    made: Callable[[], CoreSchema]
    said: tuple[tuple[str, str], ...] = ()

    def core(self) -> CoreSchema:
        return self.made()

    def told(self) -> Schema:
        return dict(self.said)


@dataclass(frozen=True, slots=True)
class IntRule(Rule):
    ge: int | None = None
    gt: int | None = None
    le: int | None = None
    lt: int | None = None
    multiple_of: int | None = None
    of: Of = "body"

    def core(self) -> CoreSchema:
        return before(INTS[self.of], core_schema.int_schema(**self._bounds()))

    def told(self) -> Schema:
        if self.of == "key":
            return {"type": "string", "pattern": values.INT_KEY}
        return {"type": "integer"} | words(self._bounds())

    def _bounds(self) -> Schema:
        """64 bits where nothing is said. A bound beyond them says that the number is no such number."""
        found = given(self, "ge", "gt", "le", "lt")
        if all(LOWEST <= bound <= HIGHEST for bound in found.values()):
            found |= {} if "ge" in found or "gt" in found else {"ge": LOWEST}
            found |= {} if "le" in found or "lt" in found else {"le": HIGHEST}
        return found | given(self, "multiple_of")


@dataclass(frozen=True, slots=True)
class FloatRule(Rule):
    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    of: Of = "body"

    def core(self) -> CoreSchema:
        bounds = given(self, "ge", "gt", "le", "lt")
        return before(FLOATS[self.of], core_schema.float_schema(allow_inf_nan=False, **bounds))

    def told(self) -> Schema:
        return {"type": "number"} | words(given(self, "ge", "gt", "le", "lt"))


@dataclass(frozen=True, slots=True)
class DecimalRule(Rule):
    """Bounds are texts, for a float would lose them. JSON Schema bounds no text by its number, so the pattern of the
    schema tells digits, places and sign, and the compiler's own document the bounds, too."""

    ge: str | None = None
    gt: str | None = None
    le: str | None = None
    lt: str | None = None
    multiple_of: str | None = None
    digits: int | None = None
    places: int | None = None

    def core(self) -> CoreSchema:
        bounds: Schema = {name: decimal.Decimal(text) for name, text in self._bounds().items()}
        inner = core_schema.decimal_schema(allow_inf_nan=False, **bounds)
        told = core_schema.plain_serializer_function_ser_schema(values.decimal_text, when_used="json")
        return core_schema.no_info_before_validator_function(self._taken, inner, serialization=told)

    def told(self) -> Schema:
        step = {} if self.multiple_of is None else {STEP: values.decimal_text(decimal.Decimal(self.multiple_of))}
        return {"type": "string", "pattern": self._pattern()} | step

    def _pattern(self) -> str:
        sign = "" if self._positive() else "-?"
        if self.digits is None:
            places = "" if self.places == 0 else rf"(?:\.[0-9]{{1,{self.places or ''}}})?"
            return f"^{sign}(?:0|[1-9][0-9]*){places}$"
        whole = self.digits - self.places if self.places is not None else self.digits
        first = "0" if whole < 2 and self.places is not None and not whole else f"(?:0|[1-9][0-9]{{0,{whole - 1}}})"
        places = "" if self.places == 0 else rf"(?:\.[0-9]{{1,{self.places or self.digits}}})?"
        return f"^{sign}{first}{places}$"

    def _taken(self, value: object) -> decimal.Decimal:
        found = values.to_decimal(value)
        if isinstance(value, str) and value.startswith("-") and self._positive():
            raise ValueError("must not be negative")
        whole, places = values.count(found)
        whole -= found.copy_abs() < 1
        if self.places is not None and places > self.places:
            raise PydanticKnownError("decimal_max_places", {"decimal_places": self.places})
        if self.digits is not None and whole + (places if self.places is None else self.places) > self.digits:
            raise PydanticKnownError("decimal_max_digits", {"max_digits": self.digits})
        return found

    def _positive(self) -> bool:
        return any(bound is not None and decimal.Decimal(bound) >= 0 for bound in (self.ge, self.gt))

    def _bounds(self) -> dict[str, str]:
        return given(self, "ge", "gt", "le", "lt", "multiple_of")


@dataclass(frozen=True, slots=True)
class TextRule(Rule):
    """`pattern` may be several: a field adds its own to that of its named type."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | tuple[str, ...] | None = None
    form: str = values.TEXT

    def core(self) -> CoreSchema:
        first = core_schema.str_schema(pattern=self.form, **given(self, "min_length", "max_length"))
        more = [core_schema.str_schema(pattern=pattern) for pattern in self._patterns()]
        return core_schema.chain_schema([first, *more]) if more else first

    def told(self) -> Schema:
        first, *more = (*self._patterns(), self.form)
        rest = {"allOf": [{"pattern": pattern} for pattern in more]} if more else {}
        return {"type": "string"} | words(given(self, "min_length", "max_length")) | {"pattern": first} | rest

    def _patterns(self) -> tuple[str, ...]:
        return () if self.pattern is None else (self.pattern,) if isinstance(self.pattern, str) else self.pattern


@dataclass(frozen=True, slots=True)
class EmailRule(TextRule):
    form: str = values.EMAIL


@dataclass(frozen=True, slots=True)
class UrlRule(TextRule):
    form: str = values.URL


@dataclass(frozen=True, slots=True)
class BytesRule(Rule):
    """Lengths are those of the bytes; the text is a third longer."""

    min_length: int | None = None
    max_length: int | None = None

    def core(self) -> CoreSchema:
        inner = core_schema.bytes_schema(strict=True, **given(self, "min_length", "max_length"))
        told = core_schema.plain_serializer_function_ser_schema(values.bytes_text, when_used="json")
        return core_schema.no_info_before_validator_function(values.to_bytes, inner, serialization=told)

    def told(self) -> Schema:
        longest = {name: 4 * -(-size // 3) for name, size in given(self, "min_length", "max_length").items()}
        return {"type": "string", "contentEncoding": "base64", "pattern": values.BASE64} | words(longest)


INTS: dict[Of, Callable[[object], object] | None] = {"body": values.number, "param": None, "key": values.key}
FLOATS: dict[Of, Callable[[object], object] | None] = {"body": values.real, "param": None, "key": None}


def before(check: Callable[[Any], Any] | None, inner: CoreSchema) -> CoreSchema:
    return inner if check is None else core_schema.no_info_before_validator_function(check, inner)


def given(rule: object, *names: str) -> Schema:
    """The constraints that a rule has."""
    return {name: value for name in names if (value := getattr(rule, name)) is not None}


def words(constraints: Schema) -> Schema:
    """Constraints as JSON Schema calls them."""
    return {WORDS[name]: value for name, value in constraints.items()}
