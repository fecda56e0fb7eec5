"""The whole workspace, ready for generators: declared order is kept, files come in the order of their paths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.ir.error import Error
    from framework.ir.event import Event
    from framework.ir.model import Enum, Model, NamedType
    from framework.ir.service import Service


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    services: tuple[Service, ...]
    models: tuple[Model, ...]
    enums: tuple[Enum, ...]
    types: tuple[NamedType, ...]
    events: tuple[Event, ...]
    errors: tuple[Error, ...]
