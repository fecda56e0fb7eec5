"""A service of the registry, with all that its specs say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.diagnostics import Span

if TYPE_CHECKING:
    from framework.ir.name import Name
    from framework.ir.operation import Domain, Operation
    from framework.ir.setting import Setting


@dataclass(frozen=True, slots=True)
class Api:
    title: str
    version: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Consume:
    """What one service calls of one domain of another."""

    provider: Service
    domain: Domain
    operations: tuple[Operation, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Service:
    """`folder` is None where it has no specs; `access` is what it may reach, said or derived."""

    name: Name
    type: str
    span: Span = field(compare=False)
    description: str | None = None
    depends_on: tuple[tuple[str, str], ...] = ()
    profiles: tuple[str, ...] = ()
    dev_template: bool = True
    scaffold: bool = True
    folder: str | None = None
    api: Api = Api("", "", "")
    access: frozenset[str] = frozenset()
    exposes: frozenset[str] = frozenset()
    domains: tuple[Domain, ...] = ()
    consumes: tuple[Consume, ...] = ()
    settings: tuple[Setting, ...] = ()

    def __repr__(self) -> str:
        return f"Service({self.name.text})"
