"""A first controller for each domain: every method is there and says that it is not written yet. Its author's since."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.controllers.view import view
from framework.emit.symbols import symbol
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for service in project.services:
        for domain in service.domains:
            path = f"services/{service.name}/src/controllers/{domain.name}.py"
            identity = f"domain {service.name}.{domain.name} / controller"
            name = f"{domain.name.pascal}Controller"
            methods = {f"{name}.{operation.name}": symbol(operation) for operation in domain.operations}
            symbols = {name: symbol(domain), **methods}
            yield Artifact(path, "seeded", identity, "controller.py.j2", view(domain), tuple(methods), symbols)


GENERATOR = Generator("controllers", _plan)
