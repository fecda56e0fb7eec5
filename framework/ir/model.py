"""What users declare in `models.yaml`. Each of these becomes a class or a named type of the generated schemas."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from framework.diagnostics import Span
from framework.ir.field import NO_LIMITS, UNSET, Field, Limits

if TYPE_CHECKING:
    from framework.ir.name import Name
    from framework.ir.types import Type


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an enum: its name in Python and its value on the wire."""

    name: str
    value: str | int


@dataclass(frozen=True, slots=True, eq=False)
class Enum:
    """`service` is the name of the service that it is private to; None where it is shared. `owner` is the model whose
    field declares it, if one does."""

    name: Name
    members: tuple[Member, ...]
    service: str | None
    span: Span = field(compare=False)
    description: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class NamedType:
    name: Name
    type: Type
    limits: Limits
    service: str | None
    span: Span = field(compare=False)
    description: str | None = None
    example: Any = UNSET


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """`fields` are those of its own class, inherited ones first. A `closed` class is part of the body of a request, in
    which unknown keys are refused; readers of all others ignore them."""

    name: Name
    service: str | None
    span: Span = field(compare=False)
    abstract: bool = False
    description: str | None = None
    extends: tuple[Model, ...] = ()
    fields: tuple[Field, ...] = ()
    variants: tuple[Variant, ...] = ()
    closed: bool = False

    def __repr__(self) -> str:
        return f"Model({self.name.text})"


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """`name` is that of its class, `suffix` what its model calls it."""

    name: Name
    suffix: str
    model: Model
    span: Span = field(compare=False)
    description: str | None = None
    fields: tuple[Field, ...] = ()
    closed: bool = False

    def __repr__(self) -> str:
        return f"Variant({self.name.text})"

    @property
    def service(self) -> str | None:
        return self.model.service


__all__ = ["NO_LIMITS", "Enum", "Member", "Model", "NamedType", "Variant"]
