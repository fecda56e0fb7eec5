"""The classes of models, variants, enums and named types: those that services share, and those of each service."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.schemas.view import declared, symbols, view
from framework.emit.languages import word
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    """The package of a service is there whenever something is generated into it, with classes or without."""
    yield from _files(project, None)
    for service in project.services:
        if service.folder is not None:
            yield from _files(project, service.name.text)


def _files(project: Project, service: str | None) -> Iterator[Artifact]:
    root = "shared" if service is None else f"services/{service}/src"
    owner = "shared" if service is None else f"service {service}"
    package = {"service": service and word(service)}
    yield Artifact(f"{root}/generated/__init__.py", "owned", f"{owner} / package", "package.py.j2", package)
    if found := declared(project, service):
        path = f"{root}/generated/schemas.py"
        identity, made = f"{owner} / schemas", view(found, service)
        yield Artifact(path, "owned", identity, "schemas.py.j2", made, symbols=symbols(found, service))


GENERATOR = Generator("schemas", _plan)
