"""Operations: what they take and give, how they are called, and that a request or an event can reach them at all."""

from collections import Counter
from functools import cache

from framework.diagnostics import Code
from framework.ir import Domain, Operation, Rest, tie
from framework.lower.bodies import body_of
from framework.lower.draft import Draft, OperationDraft
from framework.lower.names import identifier, name_of, twins
from framework.lower.types import Scope
from framework.source import At
from framework.spec.operation import DomainFile
from framework.spec.operation import Operation as Shape

NO_TRANSPORT = Code(
    "LOW110",
    "no-transport",
    "nothing can call the operation '{name}'",
    "An operation is called by a request (`rest`) or by an event (`events.subscribe`); without either it is dead code.",
    "add `rest: {{method: …, path: …}}` or `events: {{subscribe: …}}`",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {summary: Says nothing}}",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {summary: Says nothing, rest: {method: GET, path: /ping}}}",
)
GET_WITH_INPUT = Code(
    "LOW111",
    "get-with-input",
    "a GET request has no body, but '{name}' has an input",
    "Clients, caches and proxies drop the body of a GET.",
    "take the values as query parameters, or use POST",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {find: {input: Book, rest: {method: GET, path: /books}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {find: {input: Book, rest: {method: POST, path: /books}}}",
)
BAD_STATUS = Code(
    "LOW112",
    "bad-status",
    "{status} cannot be the status of success",
    "An answer ends with a status from 200 to 599.",
    "choose one, or leave it out: POST answers 201, DELETE without output 204, all else 200",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping, status: 999}}}",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping, status: 202}}}",
)
STATUS_WITHOUT_BODY = Code(
    "LOW113",
    "status-without-body",
    "an answer with status {status} has no body, but '{name}' has an output",
    "HTTP forbids a body with this status, so the output could never be sent.",
    "choose another status, or remove the output",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {drop: {output: Book, rest: {method: DELETE, path: /book, status: 204}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {drop: {output: Book, rest: {method: DELETE, path: /book}}}",
)
UNKNOWN_ERROR = Code(
    "LOW114",
    "unknown-error",
    "no error named '{name}'",
    "A controller raises declared errors and no others, so that clients know what to expect.",
    "correct the name, or declare it in shared/spec/errors.yaml",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {errors: [title_takn], rest: {method: GET, path: /ping}}}\n"
    "# shared/spec/errors.yaml\nerrors: {title_taken: {status: 409, title: Taken}}",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {errors: [title_taken], rest: {method: GET, path: /ping}}}\n"
    "# shared/spec/errors.yaml\nerrors: {title_taken: {status: 409, title: Taken}}",
)
DUPLICATE_ERROR = Code(
    "LOW115",
    "duplicate-error",
    "the error '{name}' is listed twice",
    "Once says it.",
    "remove one of the two",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {errors: [gone, gone], rest: {method: GET, path: /ping}}}\n"
    "# shared/spec/errors.yaml\nerrors: {gone: {status: 410, title: Gone}}",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {errors: [gone], rest: {method: GET, path: /ping}}}\n"
    "# shared/spec/errors.yaml\nerrors: {gone: {status: 410, title: Gone}}",
)
WORKER_WITH_REST = Code(
    "LOW116",
    "worker-with-rest",
    "'{name}' has a route, but '{service}' is a worker that serves no HTTP",
    "A python-faststream service runs consumers and has no router.",
    "remove `rest`, or give the service the type python-fastapi",
    "# services/notifications/spec/routers/mails.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}",
    "# services/backend/spec/routers/mails.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}",
)

BODILESS = (204, 205, 304)
STATUSES = {"POST": 201}


def operations(draft: Draft) -> None:
    for sheet in draft.spec.each(DomainFile):
        domain = draft.domains.get((str(sheet.service), sheet.name))
        if domain is None or domain.file != sheet.at.file:
            continue
        listed = sheet.at["operations"]
        places = {name: listed[name] for name in sheet.body.operations}
        twins(draft, places)
        made = [_operation(draft, domain, name, shape, places[name]) for name, shape in sheet.body.operations.items()]
        tie(domain, operations=tuple(made))
    _ids(draft)


def _operation(draft: Draft, domain: Domain, name: str, shape: Shape, at: At) -> Operation:
    identifier(draft, name, at, "an operation")
    called = shape.rest is not None or (shape.events is not None and shape.events.subscribe is not None)
    if not called and draft.sound(at) and draft.sound(at["events"]):
        draft.report.add(NO_TRANSPORT, at.key, name=name)
    scope, paged = _scopes(domain.service.name.text)
    input_ = body_of(draft, shape.input, at["input"], scope, "an input") if shape.input is not None else None
    output = body_of(draft, shape.output, at["output"], paged, "an output") if shape.output is not None else None
    operation = Operation(
        name_of(name),
        name,
        domain,
        at.key,
        shape.summary,
        shape.description,
        shape.deprecated,
        input_,
        output,
        rest=_rest(draft, domain, name, shape, at),
    )
    _errors(draft, operation, shape, at)
    draft.operations.append(OperationDraft(shape, at, operation))
    return operation


@cache
def _scopes(service: str) -> tuple[Scope, Scope]:
    """That of an input, and that of an output, which can be a page."""
    return Scope(service), Scope(service, page=True)


def _rest(draft: Draft, domain: Domain, name: str, shape: Shape, at: At) -> Rest | None:
    rest = shape.rest
    if rest is None:
        return None
    if domain.service.type == "python-faststream":
        draft.report.add(WORKER_WITH_REST, at["rest"].key, name=name, service=domain.service.name.text)
        return None
    sound = draft.sound(at["rest"])
    if rest.method == "GET" and shape.input is not None and sound:
        draft.report.add(GET_WITH_INPUT, at["input"].span, name=name)
    usual = 204 if rest.method == "DELETE" and shape.output is None else STATUSES.get(rest.method, 200)
    status = usual if rest.status is None else rest.status
    if not 200 <= status <= 599:
        draft.report.add(BAD_STATUS, at["rest"]["status"].value, status=status)
    elif status in BODILESS and shape.output is not None:
        draft.report.add(STATUS_WITHOUT_BODY, at["rest"]["status"].span, status=status, name=name)
    route = domain.prefix + rest.path
    return Rest(rest.method, rest.path, route, domain.service.api.prefix + route, status)


def _errors(draft: Draft, operation: Operation, shape: Shape, at: At) -> None:
    found, places = [], at["errors"]
    for index, name in enumerate(shape.errors):
        if name in shape.errors[:index]:
            draft.report.add(DUPLICATE_ERROR, places[index].value, name=name)
        elif name in draft.errors:
            found.append(draft.errors[name])
        elif not draft.hidden("errors"):
            draft.report.unknown(UNKNOWN_ERROR, places[index].value, name, list(draft.errors))
    tie(operation, errors=tuple(found))


def _ids(draft: Draft) -> None:
    """The id of an operation in OpenAPI is its name; where domains of a service share it, the domain stands before."""
    for service in draft.services.values():
        served = [operation for domain in service.domains for operation in domain.operations if operation.rest]
        count = Counter(operation.name.text for operation in served)
        for operation in served:
            if count[operation.name.text] > 1:
                tie(operation, id=f"{operation.domain.name.text}_{operation.name.text}")
