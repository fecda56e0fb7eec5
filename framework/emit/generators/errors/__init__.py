"""One exception for each declared error: what a controller raises is what a client catches."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.errors.view import view
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    if project.errors:
        yield Artifact("shared/generated/errors.py", "owned", "shared / errors", "errors.py.j2", view(project.errors))


GENERATOR = Generator("errors", _plan)
