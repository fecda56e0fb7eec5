"""What an operation answers when it cannot answer, https://www.rfc-editor.org/rfc/rfc9457: by status, and by error."""

from collections.abc import Iterable
from typing import Final

from framework.emit.languages import Shared
from framework.emit.openapi.answers import INVALID, PLAIN, Answer, answers
from framework.emit.openapi.classes import record
from framework.emit.openapi.scalars import Json
from framework.emit.openapi.schemas import reference
from framework.ir import Error, Operation

MEDIA_TYPE: Final = "application/problem+json"

MEMBERS: Final[Json] = {
    "type": {"type": "string"},
    "title": {"type": "string"},
    "status": {"type": "integer", "minimum": 400, "maximum": 599},
    "code": {"type": "string", "description": "The stable name of the problem."},
    "detail": {"type": "string"},
    "instance": {"type": "string"},
}
REQUIRED: Final = ("type", "title", "status", "code")
FAULT: Final[Json] = {
    "type": "object",
    "properties": {
        "in": {"type": "string", "enum": ["body", "path", "query", "header", "cookie"]},
        "pointer": {"type": "string", "description": "A JSON pointer into that part."},
        "code": {"type": "string"},
        "detail": {"type": "string"},
    },
    "required": ["in", "pointer", "code", "detail"],
}
FAULTS: Final[Json] = {
    "type": "array",
    "description": "What is wrong with the request, place by place.",
    "items": FAULT,
}

FORMS: Final[dict[str, Json]] = {
    PLAIN: {
        "description": "A problem as RFC 9457 draws it.",
        "type": "object",
        "properties": {**MEMBERS, "errors": FAULTS},
        "required": [*REQUIRED],
    },
    INVALID: {
        "description": "What is wrong with a request.",
        "type": "object",
        "properties": {**MEMBERS, "errors": FAULTS},
        "required": [*REQUIRED, "errors"],
    },
}


class Problems:
    """The problems of one document. Its own give way to the names that users gave; `components` holds those that a
    response has named, and no others."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = frozenset(taken)
        self.components: dict[str, Json] = {}
        self._made: dict[tuple[object, ...], Shared] = {}

    def responses(self, operation: Operation) -> dict[str, Json]:
        """The responses of an operation that are no success, by status."""
        own = {answer.status: answer for answer in answers(operation)}
        declared: dict[int, list[Error]] = {}
        for error in operation.errors:
            declared.setdefault(error.status, []).append(error)
        statuses = sorted({*own, *declared})
        return {str(status): self._response(declared.get(status, []), own.get(status)) for status in statuses}

    def _response(self, errors: list[Error], own: Answer | None) -> Json:
        key = (own, *errors)
        if key not in self._made:
            self._made[key] = Shared(self._new(errors, own))
        return self._made[key]

    def _new(self, errors: list[Error], own: Answer | None) -> Json:
        """A problem that the service tells of itself may have any code, so that it is one of them at best."""
        forms = [self._named(error.name.pascal, declared(error)) for error in errors]
        if own:
            forms.append(self._own(own.form))
        titles = [error.title for error in errors] or ([own.text] if own else [])
        schema = forms[0] if len(forms) == 1 else {"anyOf" if own else "oneOf": forms}
        return {"description": " / ".join(titles), "content": {MEDIA_TYPE: {"schema": schema}}}

    def _own(self, name: str) -> Json:
        form = FORMS[name]
        while name in self._taken:
            name += "_"
        return self._named(name, form)

    def _named(self, name: str, form: Json) -> Json:
        self.components[name] = form
        return reference(name)


def declared(error: Error) -> Json:
    """The problem of a declared error: its status and its code are fixed, and its details stand beside them."""
    fixed = {"status": {"type": "integer", "const": error.status}, "code": {"type": "string", "const": error.name.text}}
    detail = record(error.detail)
    return {
        "description": error.description or error.title,
        "type": "object",
        "properties": {**MEMBERS, **fixed, **detail["properties"]},
        "required": [*REQUIRED, *detail.get("required", [])],
    }
