"""Names that meet later: in the OpenAPI document of a service."""

from framework.diagnostics import Code, Related
from framework.ir import Operation, Service
from framework.lower.draft import Draft, OperationDraft
from framework.lower.paths import segments

SAME_ID = Code(
    "LOW140",
    "same-operation-id",
    "'{name}' and another operation would both have the id '{id}' in OpenAPI",
    "An operationId is unique in its document. Operations of one name in two domains get the domain before it.",
    "rename one of the operations",
    "# services/backend/spec/routers/a.yaml\noperations: {get: {rest: {method: GET, path: /a}}}\n"
    "# services/backend/spec/routers/b.yaml\n"
    "operations: {get: {rest: {method: GET, path: /b}}, a_get: {rest: {method: GET, path: /c}}}",
    "# services/backend/spec/routers/a.yaml\noperations: {get: {rest: {method: GET, path: /a}}}\n"
    "# services/backend/spec/routers/b.yaml\n"
    "operations: {get: {rest: {method: GET, path: /b}}, find: {rest: {method: GET, path: /c}}}",
)
TEMPLATE_TWIN = Code(
    "LOW141",
    "template-twin",
    "{path} and {other} are one path with two names for its parameter",
    "OpenAPI calls two templated paths that differ by the name of a parameter identical, and forbids them.",
    "use one name for the parameter in both",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  get: {params: [id], rest: {method: GET, path: '/books/{id}'}}\n"
    "  drop: {params: [book_id], rest: {method: DELETE, path: '/books/{book_id}'}}",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  get: {params: [book_id], rest: {method: GET, path: '/books/{book_id}'}}\n"
    "  drop: {params: [book_id], rest: {method: DELETE, path: '/books/{book_id}'}}",
    severity="warning",
)


def clashes(draft: Draft) -> None:
    for service in draft.services.values():
        _ids(draft, service)
    _templates(draft)


def _served(service: Service) -> list[Operation]:
    return [operation for domain in service.domains for operation in domain.operations if operation.rest is not None]


def _ids(draft: Draft, service: Service) -> None:
    seen: dict[str, Operation] = {}
    for operation in _served(service):
        other = seen.setdefault(operation.id, operation)
        if other is not operation:
            related = [Related(other.span, "the other operation")]
            draft.report.add(SAME_ID, operation.span, name=operation.name.text, id=operation.id, related=related)


def _templates(draft: Draft) -> None:
    """Paths that differ by names alone. Where the methods are equal too, the routes were reported."""
    groups: dict[tuple[str, tuple[tuple[str, ...], ...]], dict[str, list[OperationDraft]]] = {}
    for made in draft.operations:
        rest = made.operation.rest
        if rest is not None and "{" in rest.url:
            shape = tuple(segment.literals for segment in segments(rest.url))
            group = groups.setdefault((made.operation.domain.service.name.text, shape), {})
            group.setdefault(rest.url, []).append(made)
    for group in groups.values():
        (path, first), *others = group.items()
        for other, drafts in others:
            if not _methods(first) & _methods(drafts):
                related = [Related(first[0].operation.span, "the other path")]
                place = drafts[0].at["rest"]["path"].span
                draft.report.add(TEMPLATE_TWIN, place, path=other, other=path, related=related)


def _methods(drafts: list[OperationDraft]) -> set[str]:
    return {made.operation.rest.method for made in drafts if made.operation.rest is not None}
