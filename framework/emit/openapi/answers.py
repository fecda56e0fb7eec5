"""What a service answers of itself where an operation cannot answer: one table for its routes and for its document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from framework.emit.python.methods import has_database
from framework.ir import Operation

PLAIN, INVALID = "Problem", "ValidationProblem"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status with what it means, the form of its problem, and the operations that may answer so."""

    status: int
    text: str
    form: str
    of: Callable[[Operation], bool]


def _has_body(operation: Operation) -> bool:
    return operation.input is not None


def _has_gaps(operation: Operation) -> bool:
    return any(param.source == "path" for param in operation.params)


def _takes(operation: Operation) -> bool:
    return _has_body(operation) or bool(operation.params)


ANSWERS = (
    Answer(400, "The body is no JSON", PLAIN, _has_body),
    Answer(404, "Not Found", PLAIN, _has_gaps),
    Answer(413, "The body is too large", PLAIN, _has_body),
    Answer(415, "The body must be JSON", PLAIN, _has_body),
    Answer(422, "The request is not valid", INVALID, _takes),
    Answer(503, "The service cannot answer now", PLAIN, has_database),
)


def answers(operation: Operation) -> Iterator[Answer]:
    return (answer for answer in ANSWERS if answer.of(operation))
