"""The app of each service that is an API, and the module that a server is pointed at."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.languages import word
from framework.emit.symbols import symbol
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for service in project.services:
        if service.type == "python-fastapi" and service.folder is not None:
            root, name = f"services/{service.name}/src", f"service {service.name}"
            view = {"service": word(service.name.text)}
            app, main = {"create_app": symbol(service)}, {"app": symbol(service)}
            yield Artifact(f"{root}/generated/app.py", "owned", f"{name} / app", "app.py.j2", view, symbols=app)
            yield Artifact(f"{root}/main.py", "seeded", f"{name} / main", "main.py.j2", view, symbols=main)


GENERATOR = Generator("app", _plan)
