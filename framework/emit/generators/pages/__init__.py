"""Pages that say what there is: one for the system, one for each service. Rewritten whenever the specs change."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.pages.view import VIEW, errors
from framework.ir import Project

SYSTEM = "shared/generated/SYSTEM.md"


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    view = {**VIEW, "project": project, "errors": errors(project)}
    yield Artifact(SYSTEM, "owned", "workspace / system page", "system.md.j2", view)
    for service in project.services:
        if service.domains or service.consumes:
            path = f"services/{service.name}/src/generated/OPERATIONS.md"
            identity = f"service {service.name} / operations page"
            yield Artifact(path, "owned", identity, "operations.md.j2", {**VIEW, "service": service})


GENERATOR = Generator("pages", _plan)
