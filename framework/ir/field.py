"""Fields of models and parameters of operations: a name, a type, and what a value must keep."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from framework.diagnostics import Span

if TYPE_CHECKING:
    from framework.ir.name import Name
    from framework.ir.types import Type


class Unset(Enum):
    """Not given, where null is a value of its own."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class Limits:
    """Constraints that fit the type. Bounds of an int are ints, of a decimal decimals."""

    ge: int | float | Decimal | None = None
    gt: int | float | Decimal | None = None
    le: int | float | Decimal | None = None
    lt: int | float | Decimal | None = None
    multiple_of: int | float | Decimal | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    digits: int | None = None
    places: int | None = None


NO_LIMITS: Final = Limits()


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A field of one class. Left out of an input, it takes its default; without default and not `required`, it stays
    unset, which is another thing than null."""

    name: Name
    wire: str
    type: Type
    required: bool
    nullable: bool
    span: Span = field(compare=False)
    default: Any = UNSET
    limits: Limits = NO_LIMITS
    readonly: bool = False
    writeonly: bool = False
    sensitive: bool = False
    pii: bool = False
    description: str | None = None
    example: Any = UNSET
    deprecated: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Param:
    """A parameter of an operation. `source` is path, query, header or cookie."""

    name: Name
    wire: str
    source: str
    type: Type
    required: bool
    nullable: bool
    span: Span = field(compare=False)
    default: Any = UNSET
    limits: Limits = NO_LIMITS
    description: str | None = None
    example: Any = UNSET
    deprecated: bool = False
