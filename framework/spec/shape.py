"""What every shape of YAML shares: frozen, closed, and a fault of the value becomes a diagnostic at its key."""

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, Strict, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticUndefined

Text = Annotated[str, Strict()]
Whole = Annotated[int, Strict()]
Flag = Annotated[bool, Strict()]


class Shape(BaseModel):
    """`LATER` are the keys of the language that this version refuses with their own words; `HOLES` stand in for
    required keys that are missing or unusable, so that the declaration still counts as a known name."""

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=())

    LATER: ClassVar[frozenset[str]] = frozenset()
    HOLES: ClassVar[dict[str, Any]] = {}

    def given(self, name: str) -> bool:
        """Whether the author wrote the key, even with null."""
        return name in self.model_fields_set


def key(doc: str, example: object, default: Any = PydanticUndefined) -> Any:
    """A key of a shape. The reference, the JSON Schemas and the diagnostics are made of these words."""
    return Field(default=default, description=doc, examples=[example])


def _number(value: object) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value in (float("inf"), float("-inf")):
        raise PydanticCustomError("number_type", "a number")
    if value != value:
        raise PydanticCustomError("number_type", "a number")
    return value


def _wire(value: object) -> str | int:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("wire_type", "text or a whole number")
    return value


def _version(value: object) -> int:
    if value.__class__ is not int or value != 1:
        raise PydanticCustomError("version_type", "1")
    return 1


def _some(value: object) -> tuple[str, ...] | str:
    if value == "*":
        return "*"
    return _texts(value, "'*' or a list of names")


def _names(value: object) -> dict[str, str] | tuple[str, ...]:
    if isinstance(value, dict) and all(isinstance(name, str) for name in value.values()):
        return value
    return _texts(value, "a list of names or a mapping from value to name")


def _texts(value: object, expected: str) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise PydanticCustomError("custom_type", "{expected}", {"expected": expected})
    return tuple(value)


Number = Annotated[Any, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Wire = Annotated[Any, PlainValidator(_wire), WithJsonSchema({"type": ["string", "integer"]})]
Version = Annotated[int, PlainValidator(_version), WithJsonSchema({"const": 1})]
Some = Annotated[
    Any,
    PlainValidator(_some),
    WithJsonSchema({"anyOf": [{"const": "*"}, {"type": "array", "items": {"type": "string"}}]}),
]
Names = Annotated[
    Any,
    PlainValidator(_names),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "array", "items": {"type": "string"}},
                {"type": "object", "additionalProperties": {"type": "string"}},
            ]
        }
    ),
]


def inner(shape: type[Shape], path: Iterable[str | int]) -> type[Shape] | None:
    """The shape that stands at a path inside another one; None inside of plain values."""
    current: Any = shape
    for step in path:
        if isinstance(current, type) and issubclass(current, Shape):
            info = current.model_fields.get(str(step))
            current = info.annotation if info is not None else None
        else:
            current = next((arg for arg in reversed(get_args(current)) if arg is not Ellipsis), None)
        current = _bare(current)
    return current if isinstance(current, type) and issubclass(current, Shape) else None


def _bare(annotation: Any) -> Any:
    """`X | None` without its None."""
    kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
    return kinds[0] if len(kinds) == 1 and type(None) in get_args(annotation) else annotation
