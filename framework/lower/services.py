"""The registry: which services there are, and whether their folders agree."""

import keyword
import re

from framework.diagnostics import Code, Related, Span, nearest
from framework.ir import Api, Service, tie
from framework.lower.draft import Draft
from framework.lower.graph import circles
from framework.lower.names import name_of
from framework.source import At
from framework.spec.service import Api as ApiShape
from framework.spec.service import Service as Shape
from framework.spec.service import ServiceFile, ServicesFile

BAD_SERVICE_NAME = Code(
    "LOW020",
    "service-name",
    "'{name}' cannot be the name of a service",
    "The name is a folder, a package of Python, a host name and the beginning of environment variables: "
    "[a-z][a-z0-9_]*, and no keyword.",
    "rename the service and its folder, for example to '{other}'",
    "# services.yaml\nservices: [{name: backend, type: python-fastapi}, {name: Tg-Bot, type: python}]",
    "# services.yaml\nservices: [{name: backend, type: python-fastapi}, {name: tg_bot, type: python}]",
)
DUPLICATE_SERVICE = Code(
    "LOW021",
    "duplicate-service",
    "the service '{name}' is registered twice",
    "Two entries for one folder would describe it in two ways.",
    "remove one of the entries",
    "# services.yaml\nservices: [{name: backend, type: python-fastapi}, {name: backend, type: python}]",
    "# services.yaml\nservices: [{name: backend, type: python-fastapi}]",
)
UNREGISTERED = Code(
    "LOW022",
    "unregistered-service",
    "services/{name} has specs, but no service of that name is registered",
    "What the registry does not know is not built, not started and not checked.",
    "add to services.yaml, under `services:`, the entry `- {{name: {name}, type: python-fastapi}}`",
    "# services/shop/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}",
    "# services.yaml\nservices: [{name: backend, type: python-fastapi}, {name: shop, type: python-fastapi}]\n"
    "# services/shop/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}",
)
DEPENDENCY_CIRCLE = Code(
    "LOW023",
    "dependency-circle",
    "services wait for each other: {circle}",
    "Each waits for the next to be up, so none of them ever starts.",
    "remove one `depends_on` of the circle",
    "# services.yaml\nservices:\n  - {name: backend, type: python, depends_on: {worker: service_started}}\n"
    "  - {name: worker, type: python, depends_on: {backend: service_started}}",
    "# services.yaml\nservices:\n  - {name: backend, type: python, depends_on: {worker: service_started}}\n"
    "  - {name: worker, type: python}",
)
BAD_PREFIX = Code(
    "LOW024",
    "bad-prefix",
    "'{prefix}' is no prefix: {reason}",
    "A prefix stands before every path of its routes and is joined to them as it is.",
    "begin it with a slash and end it without one: `/books`",
    "# services/backend/spec/routers/books.yaml\n"
    "rest: {prefix: books/}\noperations: {ping: {rest: {method: GET, path: /ping}}}",
    "# services/backend/spec/routers/books.yaml\n"
    "rest: {prefix: /books}\noperations: {ping: {rest: {method: GET, path: /ping}}}",
)
BAD_PROFILE = Code(
    "LOW025",
    "bad-profile",
    "'{name}' is no name for a profile",
    "Compose takes letters, digits and `_ . -`, at least two, the first a letter or a digit.",
    "rename the profile",
    "# services.yaml\nservices: [{name: backend, type: python-fastapi, profiles: ['-x']}]",
    "# services.yaml\nservices: [{name: backend, type: python-fastapi, profiles: [extra]}]",
)

_SLUG = re.compile(r"[a-z][a-z0-9_]*\Z")
_PROFILE = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]+\Z")
_PREFIX = re.compile(r"(?:/[A-Za-z0-9._~!$&'()*+,;=:@{}-]+)*\Z")


def services(draft: Draft) -> None:
    registered: dict[str, At] = {}
    for sheet in draft.spec.each(ServicesFile):
        for index, entry in enumerate(sheet.body.services):
            _register(draft, entry, sheet.at["services"][index], registered)
    _circles(draft, registered)
    for name in draft.tree.folders:
        if name not in draft.services:
            _unregistered(draft, name)
            draft.services[name] = Service(name_of(name), "python-fastapi", _folder(draft, name))
        tie(draft.services[name], folder=f"services/{name}")
    _apis(draft)


def _register(draft: Draft, entry: Shape, at: At, registered: dict[str, At]) -> None:
    name = entry.name
    if name and (not _SLUG.match(name) or keyword.iskeyword(name)):
        draft.report.add(BAD_SERVICE_NAME, at["name"].value, name=name, other=_slug(name))
    if name in registered:
        related = [Related(registered[name]["name"].value, "registered here")]
        draft.report.add(DUPLICATE_SERVICE, at["name"].value, name=name, related=related)
        return
    for index, profile in enumerate(entry.profiles):
        if not _PROFILE.match(profile):
            draft.report.add(BAD_PROFILE, at["profiles"][index].value, name=profile)
    if name:
        registered[name] = at
        draft.services[name] = Service(
            name_of(name),
            entry.type,
            at["name"].value,
            entry.description,
            tuple(entry.depends_on.items()),
            entry.profiles,
            entry.dev_template,
            entry.scaffold,
        )


def _slug(name: str) -> str:
    other = name_of(name).snake
    if keyword.iskeyword(other):
        return f"{other}_service"
    return other if _SLUG.match(other) else f"service_{other}".rstrip("_")


def _circles(draft: Draft, registered: dict[str, At]) -> None:
    """Compose refuses services that wait for each other, whatever they wait for."""
    graph = {name: [other for other, _ in service.depends_on] for name, service in draft.services.items()}
    for circle in circles(graph):
        last = registered[circle[-1]]["depends_on"][circle[0]]
        draft.report.add(DEPENDENCY_CIRCLE, last.key, circle=" → ".join((*circle, circle[0])))


def _unregistered(draft: Draft, name: str) -> None:
    """A folder without entry; where an entry without folder is nearly the same name, that is what was meant."""
    idle = [other for other in draft.services if other not in draft.tree.folders]
    if draft.hidden("services") or any(not _SLUG.match(other) and name_of(other).snake == name for other in idle):
        return
    guess = nearest(name, idle)
    hint = f"the registry has a service '{guess}' without a folder: did you mean '{name}'?" if guess else ""
    draft.report.add(UNREGISTERED, _folder(draft, name), name=name, hint=hint)


def _folder(draft: Draft, name: str) -> Span:
    """The first spec of a service: the folder itself has no line to show."""
    paths = [file.path for file in draft.tree.files if file.entry.service == name]
    return Span(paths[0] if paths else f"services/{name}/spec")


def _apis(draft: Draft) -> None:
    for service in draft.services.values():
        tie(service, api=Api(f"{service.name.text} API", "0.1.0", ""))
    for sheet in draft.spec.each(ServiceFile):
        service, api = draft.services[str(sheet.service)], sheet.body.api or ApiShape()
        at = sheet.at["api"]["prefix"]
        if "{" in api.prefix:
            draft.report.add(BAD_PREFIX, at.value, prefix=api.prefix, reason="it holds a parameter")
        else:
            prefix(draft, api.prefix, at)
        title, version = api.title or service.api.title, api.version or service.api.version
        tie(service, api=Api(title, version, api.prefix))


def prefix(draft: Draft, text: str, at: At) -> bool:
    if not text.startswith("/") and text:
        reason = "it does not begin with a slash"
    elif text.endswith("/"):
        reason = "it ends with a slash"
    elif "//" in text or not _PREFIX.match(text):
        reason = "it holds an empty segment or a character that a path cannot hold"
    elif "/./" in f"{text}/" or "/../" in f"{text}/":
        reason = "clients resolve the segments . and .. before they send a request"
    else:
        return True
    draft.report.add(BAD_PREFIX, at.value, prefix=text, reason=reason)
    return False
