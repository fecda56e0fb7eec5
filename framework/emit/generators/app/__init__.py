"""The app of each service that is an API, and the module that a server is pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.languages import Snippet, word
from framework.emit.symbols import symbol
from framework.ir import Project


@dataclass(frozen=True, slots=True)
class Resource:
    module: Snippet
    name: Snippet


RESOURCES = {
    "cache": Resource(word("cache"), word("Cache")),
    "database": Resource(word("db"), word("Database")),
    "storage": Resource(word("storage"), word("Storage")),
}
"""What a service holds open for what it may reach. What is not listed is not imported."""


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for service in project.services:
        if service.type == "python-fastapi" and service.folder is not None:
            root, name = f"services/{service.name}/src", f"service {service.name}"
            view = {
                "service": word(service.name.text),
                "resources": [resource for access, resource in RESOURCES.items() if access in service.access],
            }
            app, main = {"create_app": symbol(service)}, {"app": symbol(service)}
            yield Artifact(f"{root}/generated/app.py", "owned", f"{name} / app", "app.py.j2", view, symbols=app)
            yield Artifact(f"{root}/main.py", "seeded", f"{name} / main", "main.py.j2", view, symbols=main)


GENERATOR = Generator("app", _plan)
