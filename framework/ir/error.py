"""A declared error: what a controller may raise and a client will catch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.diagnostics import Span

if TYPE_CHECKING:
    from framework.ir.field import Field
    from framework.ir.name import Name


@dataclass(frozen=True, slots=True, eq=False)
class Error:
    name: Name
    status: int
    title: str
    retryable: bool
    detail: tuple[Field, ...]
    span: Span = field(compare=False)
    description: str | None = None
