"""Operations and the domains that hold them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.diagnostics import Span

if TYPE_CHECKING:
    from framework.ir.error import Error
    from framework.ir.event import Event
    from framework.ir.field import Param
    from framework.ir.name import Name
    from framework.ir.service import Service
    from framework.ir.types import Type


@dataclass(frozen=True, slots=True)
class Rest:
    """`path` is what the spec says; `route` stands before it the prefix of the domain, `url` that of the API too."""

    method: str
    path: str
    route: str
    url: str
    status: int


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """`id` is its name in the OpenAPI document of the service."""

    name: Name
    id: str
    domain: Domain
    span: Span = field(compare=False)
    summary: str | None = None
    description: str | None = None
    deprecated: bool = False
    input: Type | None = None
    output: Type | None = None
    params: tuple[Param, ...] = ()
    rest: Rest | None = None
    subscribe: Event | None = None
    publish_on_success: Event | None = None
    publish_on_error: Event | None = None
    errors: tuple[Error, ...] = ()

    def __repr__(self) -> str:
        return f"Operation({self.domain.name.text}.{self.name.text})"


@dataclass(frozen=True, slots=True, eq=False)
class Domain:
    """`file` is the spec file that declares it."""

    name: Name
    service: Service
    file: str
    span: Span = field(compare=False)
    prefix: str = ""
    tags: tuple[str, ...] = ()
    operations: tuple[Operation, ...] = ()

    def __repr__(self) -> str:
        return f"Domain({self.name.text})"
