"""An event of the catalogue, with the operations on both of its sides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.diagnostics import Span

if TYPE_CHECKING:
    from framework.ir.model import Model, Variant
    from framework.ir.name import Name
    from framework.ir.operation import Operation


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    name: Name
    message: Model | Variant
    publish: bool
    subscribe: bool
    span: Span = field(compare=False)
    description: str | None = None
    publishers: tuple[Operation, ...] = ()
    subscribers: tuple[Operation, ...] = ()

    def __repr__(self) -> str:
        return f"Event({self.name.text})"
