"""Types. They are values: two that are written alike are equal, and a reference is equal by what it refers to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.scalars import Scalar

if TYPE_CHECKING:
    from framework.ir.model import Enum, Model, NamedType, Variant

__all__ = ["Dict", "List", "Literal", "Nullable", "Page", "Ref", "Scalar", "Set", "Type", "Union"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A declared thing by its name."""

    target: Model | Variant | Enum | NamedType


@dataclass(frozen=True, slots=True)
class List:
    item: Type


@dataclass(frozen=True, slots=True)
class Set:
    item: Type


@dataclass(frozen=True, slots=True)
class Dict:
    key: Type
    value: Type


@dataclass(frozen=True, slots=True)
class Nullable:
    """A part of a type that may be null. That of a whole field is the field's `nullable`."""

    item: Type


@dataclass(frozen=True, slots=True)
class Union:
    """`discriminator` is the wire name of the field that tells its models apart."""

    arms: tuple[Type, ...]
    discriminator: str | None = None


@dataclass(frozen=True, slots=True)
class Literal:
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a longer list; only an output can be one."""

    item: Type


Type = Scalar | Ref | List | Set | Dict | Nullable | Union | Literal | Page
