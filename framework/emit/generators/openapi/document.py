"""The OpenAPI document of a service, https://spec.openapis.org/oas/v3.1.0, computed from the meaning of its specs.

FastAPI could derive one from the running app; that costs two milliseconds for each operation at every start, and says
the bounds of 64-bit numbers as floats, which are other numbers.
"""

from collections.abc import Iterable

from framework.emit.generators.openapi.links import Links, served
from framework.emit.generators.openapi.operations import operation
from framework.emit.generators.openapi.problems import Problems
from framework.emit.openapi.classes import Components, reached
from framework.emit.openapi.scalars import Json
from framework.ir import Operation, Project, Service, Type

VERSION = "3.1.0"


def services(project: Project) -> list[Service]:
    """The services that have a document: those that are served, and those whose requests somebody else serves."""
    return [service for service in project.services if _served(service)]


def of(service: Service, components: Components) -> Json:
    calls = list(served(service))
    classes = reached(type_ for one, _ in calls for type_ in _types(one))
    problems = Problems([*classes, *(error.name.pascal for one, _ in calls for error in one.errors)])
    links, paths = Links(calls), dict[str, Json]()
    for one, rest in calls:
        paths.setdefault(rest.url or "/", {})[rest.method.lower()] = operation(one, rest, problems, links.of(one, rest))
    schemas = {name: components.of(made) for name, made in classes.items()} | problems.components
    found: Json = {"openapi": VERSION, "info": _info(service), "paths": paths}
    return found | ({"components": {"schemas": dict(sorted(schemas.items()))}} if schemas else {})


def _served(service: Service) -> bool:
    return (service.type == "python-fastapi" and service.folder is not None) or any(served(service))


def _info(service: Service) -> Json:
    told = {"description": service.description} if service.description else {}
    return {"title": service.api.title, "version": service.api.version, **told}


def _types(one: Operation) -> Iterable[Type]:
    given = [type_ for type_ in (one.input, one.output) if type_ is not None]
    details = [field.type for error in one.errors for field in error.detail]
    return [*given, *(param.type for param in one.params), *details]
