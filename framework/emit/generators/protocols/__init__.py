"""A protocol for each domain: what its controller has to do, and what type checkers hold it to."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.protocols.view import symbols, view
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for service in project.services:
        if service.domains:
            path = f"services/{service.name}/src/generated/protocols.py"
            identity, made = f"service {service.name} / protocols", view(service)
            yield Artifact(path, "owned", identity, "protocols.py.j2", made, symbols=symbols(service))


GENERATOR = Generator("protocols", _plan)
