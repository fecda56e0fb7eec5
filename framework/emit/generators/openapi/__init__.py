"""The OpenAPI document of every service that is served. The service hands out its bytes as they are."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.openapi import document
from framework.emit.generators.openapi.document import services
from framework.emit.openapi.classes import Components
from framework.emit.templates import render
from framework.ir import Project, Service

__all__ = ["GENERATOR", "services", "text"]

TEMPLATE = "openapi.json.j2"


def text(service: Service) -> str:
    """The document alone, for who asks for it without the rest of the files."""
    artifact = _artifact(service, Components())
    return render(f"openapi/{TEMPLATE}", artifact.path, artifact.view)


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    components = Components()
    return (_artifact(service, components) for service in services(project))


def _artifact(service: Service, components: Components) -> Artifact:
    path = f"services/{service.name}/src/generated/openapi.json"
    view = {"document": document.of(service, components)}
    return Artifact(path, "owned", f"service {service.name} / openapi", TEMPLATE, view)


GENERATOR = Generator("openapi", _plan)
