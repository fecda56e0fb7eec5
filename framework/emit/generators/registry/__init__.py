"""The registry of each API: its domains with their controllers, so that a new domain needs no line of wiring."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.registry.view import view
from framework.emit.symbols import symbol
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for service in project.services:
        if service.type == "python-fastapi" and service.folder is not None:
            path = f"services/{service.name}/src/generated/registry.py"
            identity, symbols = f"service {service.name} / registry", {"create_api_router": symbol(service)}
            yield Artifact(path, "owned", identity, "registry.py.j2", view(service), symbols=symbols)


GENERATOR = Generator("registry", _plan)
