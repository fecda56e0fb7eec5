"""Which class serves which domain, and by which names generated code calls what is declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from framework.ir import Domain, Error, Operation, Project

if TYPE_CHECKING:
    import ast

    from framework.lint.rule import Site

ERRORS = "shared.generated.errors"
EVENTS = "shared.generated.events"
SCHEMAS = "shared.generated.schemas"


@dataclass(frozen=True, slots=True)
class Served:
    """A domain with what stands for it in code. `path` is the file in which its controller is looked for."""

    domain: Domain

    @property
    def name(self) -> str:
        return f"{self.domain.name.pascal}Controller"

    @property
    def path(self) -> str:
        return f"services/{self.domain.service.name}/src/controllers/{self.domain.name}.py"

    @property
    def home(self) -> str:
        return f"services.{self.domain.service.name}.src.generated.protocols"

    @property
    def protocol(self) -> str:
        return f"{self.home}.{self.name}Protocol"

    @property
    def operations(self) -> Mapping[str, Operation]:
        return {operation.name.text: operation for operation in self.domain.operations}


@lru_cache(maxsize=4)
def protocols(project: Project) -> Mapping[str, Served]:
    """Every domain by the full name of its protocol."""
    return {served.protocol: served for served in _all(project)}


@lru_cache(maxsize=4)
def homes(project: Project) -> Mapping[str, Served]:
    """Every domain by the file of its controller."""
    return {served.path: served for served in _all(project)}


@lru_cache(maxsize=4)
def errors(project: Project) -> Mapping[str, Error]:
    """Every declared error by the full name of its class."""
    return {f"{ERRORS}.{error.name.pascal}": error for error in project.errors}


@lru_cache(maxsize=4)
def served(site: Site) -> Served | None:
    """The domain that a class serves: by the protocol above it, else by its name and its file."""
    node: ast.ClassDef = site.node
    known = protocols(site.project)
    above = next((known[name] for name in sorted(site.bases(node)) if name in known), None)
    if above is not None:
        return above
    here = homes(site.project).get(site.file.path)
    return here if here is not None and here.name == node.name else None


def _all(project: Project) -> Iterator[Served]:
    for service in project.services:
        for domain in service.domains:
            yield Served(domain)
