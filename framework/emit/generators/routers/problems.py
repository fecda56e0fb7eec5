"""Which problems an operation answers with; what a server does not foresee is none of them."""

from framework.emit.languages import python_literal
from framework.emit.openapi.answers import answers
from framework.ir import Operation


def problems(operation: Operation) -> str:
    """The statuses with their descriptions, as the display of a dict; empty where nothing can go wrong."""
    found = {answer.status: answer.text for answer in answers(operation)}
    for status in sorted({error.status for error in operation.errors}):
        found[status] = " / ".join(error.title for error in operation.errors if error.status == status)
    return python_literal(dict(sorted(found.items()))) if found else ""
