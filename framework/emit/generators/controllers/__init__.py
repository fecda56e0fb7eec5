"""A first controller for each domain: every method is there and says that it is not written yet. Its author's since."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.controllers.view import view
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for service in project.services:
        for domain in service.domains:
            path = f"services/{service.name}/src/controllers/{domain.name}.py"
            identity = f"domain {service.name}.{domain.name} / controller"
            names = (f"{domain.name.pascal}Controller.{operation.name}" for operation in domain.operations)
            yield Artifact(path, "seeded", identity, "controller.py.j2", view(domain), tuple(names))


GENERATOR = Generator("controllers", _plan)
