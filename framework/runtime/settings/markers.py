"""What an annotation can say of a variable beside its type."""

from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from urllib.parse import SplitResult, urlsplit

from pydantic import GetCoreSchemaHandler, SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from framework.runtime.wire import values
from framework.runtime.wire.rules import TextRule, before


@dataclass(frozen=True, slots=True)
class Said:
    """Outside of dev and test the variable must be set, whatever its default is: a database in a file of the container
    is right for a first look, and lost with the container."""


@dataclass(frozen=True, slots=True)
class Secret(TextRule):
    """The constraints of a `SecretStr`, which Pydantic itself can give no pattern."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.chain_schema([before(_open, self.core()), handler(source)])

    @property
    def bounded(self) -> bool:
        """Whether its author has said how long it is."""
        return self.min_length is not None or self.max_length is not None


@dataclass(frozen=True, slots=True)
class SecretUrl(Secret):
    form: str = values.URL


@dataclass(frozen=True, slots=True)
class UrlOf:
    """A URL of one of these schemes, in a text or a secret."""

    schemes: tuple[str, ...]
    example: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def _checked(self, value: Any) -> Any:
        found = split(_open(value))
        if found is None or found.scheme not in self.schemes:
            raise PydanticCustomError("url_of", "must be a URL such as {example}", {"example": self.example})
        return value


def secret(field: FieldInfo) -> bool:
    """Whether the type of a field is `SecretStr` or `SecretStr | None`, with or without constraints."""
    return any(arm is SecretStr for arm in arms(field.annotation))


def marked(field: FieldInfo, marker: type) -> Any:
    """The marker of a field, if it has one: also where the field may be null."""
    inside = (getattr(arm, "__metadata__", ()) for arm in get_args(field.annotation))
    return next((one for found in (field.metadata, *inside) for one in found if isinstance(one, marker)), None)


def split(text: str) -> SplitResult | None:
    """The parts of a URL; None where it is none. What Python raises would quote the URL, and with it a password."""
    try:
        found = urlsplit(text)
        found.port  # noqa: B018  # read here, for a bad one raises when it is read
    except ValueError:
        return None
    return found if found.scheme and "://" in text else None


def _open(value: Any) -> Any:
    return value.get_secret_value() if isinstance(value, SecretStr) else value


def arms(annotation: Any) -> list[Any]:
    """The parts of a union, or the type alone, without what `Annotated` adds."""
    parts = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else [annotation]
    return [get_args(part)[0] if get_origin(part) is Annotated else part for part in parts]
