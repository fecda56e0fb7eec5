"""Which problems an operation answers with; what a server does not foresee is none of them."""

from http import HTTPStatus

from framework.emit.languages import python_literal
from framework.ir import Operation


def problems(operation: Operation) -> str:
    """The statuses with their descriptions, as the display of a dict; empty where nothing can go wrong."""
    found: dict[int, str] = {}
    if operation.input is not None:
        found[400] = "The body is no JSON"
    if any(param.source == "path" for param in operation.params):
        found[404] = HTTPStatus.NOT_FOUND.phrase
    if operation.input is not None or operation.params:
        found[422] = "The request is not valid"
    for status in sorted({error.status for error in operation.errors}):
        found[status] = " / ".join(error.title for error in operation.errors if error.status == status)
    return python_literal(dict(sorted(found.items()))) if found else ""
