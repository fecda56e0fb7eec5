"""One exception for each declared error: what a controller raises is what a client catches."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.errors.view import symbols, view
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    if project.errors:
        made, path = project.errors, "shared/generated/errors.py"
        yield Artifact(path, "owned", "shared / errors", "errors.py.j2", view(made), symbols=symbols(made))


GENERATOR = Generator("errors", _plan)
