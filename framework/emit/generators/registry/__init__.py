"""The registry of each API: its domains with their controllers, so that a new domain needs no line of wiring."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.registry.view import view
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for service in project.services:
        if service.type == "python-fastapi" and service.folder is not None:
            path = f"services/{service.name}/src/generated/registry.py"
            yield Artifact(path, "owned", f"service {service.name} / registry", "registry.py.j2", view(service))


GENERATOR = Generator("registry", _plan)
