"""The routes of each domain of an API: a thin handler for each operation that a request starts."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.routers.view import symbols, view
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for service in project.services:
        for domain in service.domains if service.type == "python-fastapi" else ():
            if any(operation.rest for operation in domain.operations):
                path = f"services/{service.name}/src/generated/routers/{domain.name}.py"
                identity = f"domain {service.name}.{domain.name} / router"
                yield Artifact(path, "owned", identity, "router.py.j2", view(domain), symbols=symbols(domain))


GENERATOR = Generator("routers", _plan)
