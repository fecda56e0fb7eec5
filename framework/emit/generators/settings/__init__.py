"""The settings of each service in Python, and `.env.example`, which tells people what to set for all of them."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.settings.example import parts, python
from framework.emit.generators.settings.view import symbols, view
from framework.ir import Project


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for service in project.services:
        if python(service):
            path = f"services/{service.name}/src/generated/settings.py"
            identity = f"service {service.name} / settings"
            yield Artifact(path, "owned", identity, "settings.py.j2", view(service), symbols=symbols(service))
    if found := list(parts(project)):
        yield Artifact(".env.example", "owned", "workspace / env example", "example.env.j2", {"parts": found})


GENERATOR = Generator("settings", _plan)
