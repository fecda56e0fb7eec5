"""What a service may reach and what it offers: said in service.yaml, or what its specs use."""

from framework.diagnostics import Code
from framework.ir import Service, tie
from framework.lower.draft import Draft
from framework.source import At
from framework.spec.service import ServiceFile

MISSING_ACCESS = Code(
    "LOW170",
    "missing-access",
    "'{service}' uses the {what}, which its `access` does not list",
    "Where `access` is written it is the whole truth: networks, settings and credentials are made of it.",
    "add `{what}` to `access`, or remove {use}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/service.yaml\naccess: [database]\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/service.yaml\naccess: [database, broker]\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
)
NOT_EXPOSED = Code(
    "LOW171",
    "not-exposed",
    "'{service}' has routes, but its `exposes` does not list `rest`",
    "Where `exposes` is written it is the whole truth about what the service offers.",
    "add `rest` to `exposes`, or remove the routes",
    "# services/backend/spec/service.yaml\nexposes: []\n"
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}",
    "# services/backend/spec/service.yaml\nexposes: [rest]\n"
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}",
)


def access(draft: Draft) -> None:
    said: dict[str, tuple[ServiceFile, At]] = {}
    for sheet in draft.spec.each(ServiceFile):
        said[str(sheet.service)] = (sheet.body, sheet.at)
    for name, service in draft.services.items():
        used, offered = _used(service), _offered(service)
        body, at = said.get(name, (ServiceFile(), None))
        if at is not None:
            _check(draft, service, body, at)
        usual = {"database"} if service.type == "python-fastapi" else set()
        allowed = body.access if body.access is not None else used | usual
        shown = body.exposes if body.exposes is not None else offered
        tie(service, access=frozenset(allowed), exposes=frozenset(shown))


def _check(draft: Draft, service: Service, body: ServiceFile, at: At) -> None:
    name = service.name.text
    if body.access is not None and draft.sound(at["access"]):
        for what in sorted(_used(service) - set(body.access)):
            draft.report.add(MISSING_ACCESS, at["access"].key, service=name, what=what, use="its events")
    if body.exposes is not None and draft.sound(at["exposes"]) and "rest" in _offered(service) - set(body.exposes):
        draft.report.add(NOT_EXPOSED, at["exposes"].key, service=name)


def _used(service: Service) -> set[str]:
    for domain in service.domains:
        for one in domain.operations:
            if one.subscribe or one.publish_on_success or one.publish_on_error:
                return {"broker"}
    return set()


def _offered(service: Service) -> set[str]:
    operations = [operation for domain in service.domains for operation in domain.operations]
    offered = {"rest"} if any(operation.rest for operation in operations) else set()
    sends = any(operation.publish_on_success or operation.publish_on_error for operation in operations)
    return offered | {"events"} if sends else offered
