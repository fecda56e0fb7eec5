"""A setting of a service: one variable of its environment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from framework.diagnostics import Span
from framework.ir.field import NO_LIMITS, UNSET

if TYPE_CHECKING:
    from framework.ir.field import Limits
    from framework.ir.name import Name
    from framework.ir.types import Type


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """`name.text` is the variable, `name.snake` the field, which is the variable in lower case and nothing else."""

    name: Name
    type: Type
    nullable: bool
    secret: bool
    span: Span = field(compare=False)
    default: Any = UNSET
    limits: Limits = NO_LIMITS
    description: str | None = None
    example: Any = UNSET
