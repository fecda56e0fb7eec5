"""Who calls whom: `consumes` of service.yaml or of the older manifest.yaml."""

from collections.abc import Iterator
from typing import Any

from framework.diagnostics import Code, Related
from framework.ir import Consume, Domain, Operation, Service, tie
from framework.lower.draft import Draft
from framework.lower.reach import reached
from framework.source import At
from framework.spec import Sheet
from framework.spec.service import Consume as Shape
from framework.spec.service import ManifestFile, ServiceFile

UNKNOWN_SERVICE = Code(
    "LOW160",
    "unknown-service",
    "no service named '{name}'",
    "A client can be made of a service that the registry knows.",
    "correct the name, or register the service",
    "# services/notifications/spec/service.yaml\nconsumes: [{service: bakend, domain: books}]",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: books}]",
)
UNKNOWN_DOMAIN = Code(
    "LOW161",
    "unknown-domain",
    "the service '{service}' has no domain '{name}'",
    "A domain is a router file of the service that is called.",
    "correct the name",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: boks}]",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: books}]",
)
UNKNOWN_OPERATION = Code(
    "LOW162",
    "unknown-operation",
    "the domain '{domain}' of '{service}' has no operation '{name}'",
    "A client has exactly the operations that are named here.",
    "correct the name",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: books, operations: [pong]}]",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: books, operations: [ping]}]",
)
NOT_CALLABLE = Code(
    "LOW163",
    "not-callable",
    "'{name}' has no route and cannot be called",
    "An operation that only an event starts is not reached by a client.",
    "publish the event that it subscribes to, or give it a route",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {on_lost: {input: Book, events: {subscribe: book_lost}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: books, operations: [on_lost]}]",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: books, operations: [ping]}]",
)
SELF_CONSUME = Code(
    "LOW164",
    "self-consume",
    "the service '{name}' consumes itself",
    "A service that calls itself over the network waits for itself under load.",
    "call the controller directly",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/backend/spec/service.yaml\nconsumes: [{service: backend, domain: books}]",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: books}]",
)
CONSUMED_TWICE = Code(
    "LOW165",
    "consumed-twice",
    "{what} of '{service}' is named twice under `consumes`",
    "One entry says what is called of a domain.",
    "merge the entries",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/notifications/spec/service.yaml\n"
    "consumes: [{service: backend, domain: books}, {service: backend, domain: books}]",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: books}]",
)
CLIENT_CLASH = Code(
    "LOW166",
    "client-clash",
    "the client of '{service}' would have two methods '{name}', of the domains '{one}' and '{other}'",
    "A client has one method for each operation, whatever domain it is of.",
    "rename one of the operations, or name under `operations:` those that are needed",
    "# services/backend/spec/routers/a.yaml\noperations: {get: {rest: {method: GET, path: /a}}}\n"
    "# services/backend/spec/routers/b.yaml\noperations: {get: {rest: {method: GET, path: /b}}}\n"
    "# services/notifications/spec/service.yaml\n"
    "consumes: [{service: backend, domain: a}, {service: backend, domain: b}]",
    "# services/backend/spec/routers/a.yaml\noperations: {get_a: {rest: {method: GET, path: /a}}}\n"
    "# services/backend/spec/routers/b.yaml\noperations: {get_b: {rest: {method: GET, path: /b}}}\n"
    "# services/notifications/spec/service.yaml\n"
    "consumes: [{service: backend, domain: a}, {service: backend, domain: b}]",
)
CLIENT_METHOD = Code(
    "LOW167",
    "client-method",
    "the client of '{service}' has a method '{name}' of its own",
    "A client is closed by that name.",
    "rename the operation",
    "# services/backend/spec/routers/a.yaml\noperations: {aclose: {rest: {method: POST, path: /a}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: a}]",
    "# services/backend/spec/routers/a.yaml\noperations: {close_shop: {rest: {method: POST, path: /a}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: a}]",
)
PRIVATE_CONSUMED = Code(
    "LOW168",
    "private-consumed",
    "'{operation}' reaches '{name}', which is private to '{service}'",
    "The client of another service would have to import it, and a service never imports another one's code.",
    "move '{name}' to shared/spec/models.yaml",
    "# services/backend/spec/models.yaml\nmodels: {Secret: {fields: {a: int}}}\n"
    "# services/backend/spec/routers/a.yaml\noperations: {peek: {output: Secret, rest: {method: GET, path: /a}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: a}]",
    "# shared/spec/models.yaml\nmodels: {Secret: {fields: {a: int}}}\n"
    "# services/backend/spec/routers/a.yaml\noperations: {peek: {output: Secret, rest: {method: GET, path: /a}}}\n"
    "# services/notifications/spec/service.yaml\nconsumes: [{service: backend, domain: a}]",
)

OWN_METHODS = frozenset({"aclose", "close"})


def consumes(draft: Draft) -> None:
    found: dict[str, list[Consume]] = {}
    for service, shape, at in _entries(draft):
        made = _consume(draft, service, shape, at, found.setdefault(service.name.text, []))
        if made is not None:
            found[service.name.text].append(made)
    for name, entries in found.items():
        tie(draft.services[name], consumes=tuple(entries))


def _entries(draft: Draft) -> Iterator[tuple[Service, Shape, At]]:
    sheets: list[Sheet[ServiceFile] | Sheet[ManifestFile]] = [*draft.spec.each(ServiceFile)]
    for sheet in [*sheets, *draft.spec.each(ManifestFile)]:
        for index, shape in enumerate(sheet.body.consumes):
            if shape.service and shape.domain:
                yield draft.services[str(sheet.service)], shape, sheet.at["consumes"][index]


def _consume(draft: Draft, service: Service, shape: Shape, at: At, before: list[Consume]) -> Consume | None:
    provider = draft.services.get(shape.service)
    if provider is None:
        if not draft.hidden("services"):
            draft.report.unknown(UNKNOWN_SERVICE, at["service"].span, shape.service, list(draft.services))
        return None
    if provider is service:
        draft.report.add(SELF_CONSUME, at["service"].span, name=shape.service)
        return None
    domain = draft.domains.get((shape.service, shape.domain))
    if domain is None:
        if ("domain", shape.service, shape.domain) not in draft.spec.broken:
            known = [domain.name.text for domain in provider.domains]
            draft.report.unknown(UNKNOWN_DOMAIN, at["domain"].span, shape.domain, known, service=shape.service)
        return None
    if any(entry.domain is domain for entry in before):
        what = f"the domain '{shape.domain}'"
        draft.report.add(CONSUMED_TWICE, at["domain"].span, what=what, service=shape.service)
        return None
    made = Consume(provider, domain, tuple(_operations(draft, domain, shape, at)), at["service"].value)
    if not made.operations and not shape.operations and draft.sound(at) and _read(draft, domain):
        draft.report.add(
            NOT_CALLABLE, at["domain"].span, name=shape.domain, related=[Related(domain.span, "the domain")]
        )
    for operation in made.operations:
        _callable(draft, operation, made, _place(shape, operation, at), before)
    _private(draft, made, shape, at)
    return made


def _operations(draft: Draft, domain: Domain, shape: Shape, at: At) -> Iterator[Operation]:
    by_name = {operation.name.text: operation for operation in domain.operations}
    if not shape.operations:
        yield from (operation for operation in domain.operations if operation.rest is not None)
    for index, name in enumerate(shape.operations):
        place = at["operations"][index].span
        service = domain.service.name.text
        if name not in by_name:
            if not _read(draft, domain):
                continue
            draft.report.unknown(
                UNKNOWN_OPERATION, place, name, list(by_name), domain=domain.name.text, service=service
            )
        elif name in shape.operations[:index]:
            draft.report.add(CONSUMED_TWICE, place, what=f"the operation '{name}'", service=service)
        elif by_name[name].rest is None:
            related = [Related(by_name[name].span, "the operation")]
            draft.report.add(NOT_CALLABLE, place, name=name, related=related)
        else:
            yield by_name[name]


def _read(draft: Draft, domain: Domain) -> bool:
    """Whether the file of a domain was read as it stands, so that an operation which it lacks is really lacking."""
    return all((domain.file, path) not in draft.spec.faulty for path in ((), ("operations",)))


def _place(shape: Shape, operation: Operation, at: At) -> At:
    name = operation.name.text
    return at["operations"][shape.operations.index(name)] if name in shape.operations else at["domain"]


def _callable(draft: Draft, operation: Operation, made: Consume, at: At, before: list[Consume]) -> None:
    """What stands in the way of one method of the client."""
    name, service = operation.name.text, made.provider.name.text
    if name in OWN_METHODS:
        draft.report.add(CLIENT_METHOD, at.span, name=name, service=service)
    for entry in before:
        for other in entry.operations:
            if entry.provider is made.provider and other.name.text == name:
                values: dict[str, Any] = {
                    "service": service,
                    "one": other.domain.name.text,
                    "other": operation.domain.name.text,
                }
                related = [Related(operation.span, "this one"), Related(other.span, "and this one")]
                draft.report.add(CLIENT_CLASH, at.span, name=name, related=related, **values)


def _private(draft: Draft, made: Consume, shape: Shape, at: At) -> None:
    """Private classes that the client would need, each told at the first operation that reaches it."""
    if not any(target.service == made.provider.name.text for target in draft.classes.values()):
        return
    known: set[int] = set()
    for operation in made.operations:
        place, name = _place(shape, operation, at), operation.name.text
        for target in reached(draft, operation):
            if target.service is None or id(target) in known:
                continue
            known.add(id(target))
            related = [Related(target.span, "declared here")]
            told: dict[str, Any] = {"operation": name, "name": target.name.text, "service": target.service}
            draft.report.add(PRIVATE_CONSUMED, place.span, related=related, **told)
