"""`AGENTS.md` of the workspace and of each service: how to edit, what never to edit, where to look things up."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.agents.view import domains, rest, services
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    yield Artifact("AGENTS.md", "seeded", "workspace / agents", "workspace.md.j2", {"services": services(project)})
    for service in project.services:
        if service.folder is not None:
            view = {"service": service, "domains": domains(service), "rest": rest(service)}
            path = f"services/{service.name}/AGENTS.md"
            yield Artifact(path, "seeded", f"service {service.name} / agents", "service.md.j2", view)


GENERATOR = Generator("agents", _plan)
