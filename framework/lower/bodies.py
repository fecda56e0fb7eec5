"""What a request, an answer or a message can carry: models, variants, and lists or pages of them."""

from framework.diagnostics import Code, Span
from framework.ir import List, Model, Name, Page, Ref, Type, Variant
from framework.lower.draft import Draft
from framework.lower.expressions import Malformed, Part, expression
from framework.lower.types import CONTAINERS, Scope, resolve, spot, visible
from framework.scalars import SCALARS
from framework.source import At

UNKNOWN_MODEL = Code(
    "LOW001",
    "unknown-model",
    "no model named '{name}'",
    "Inputs, outputs and messages are models or variants that the workspace declares.",
    "correct the name, or declare it in shared/spec/models.yaml",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {get_book: {output: BookReed, rest: {method: GET, path: /book}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}, variants: {Read: {}}}}\n"
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {get_book: {output: BookRead, rest: {method: GET, path: /book}}}",
)
NOT_A_BODY = Code(
    "LOW007",
    "not-a-body",
    "{what} cannot be '{text}'",
    "Bodies and messages are objects that can grow: a field can be added to a model later, to a plain value not.",
    "use a model, a variant, or `list[…]` of one; `Page[…]` is for outputs, and a message is one model",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {count_books: {output: int, rest: {method: GET, path: /books}}}",
    "# shared/spec/models.yaml\nmodels: {Count: {fields: {books: int}}}\n"
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {count_books: {output: Count, rest: {method: GET, path: /books}}}",
)

UNKNOWN = Model(Name.of("Unknown"), None, Span(""))
WRAPPERS = ("list", "Page")


def body_of(draft: Draft, text: str, at: At, scope: Scope, what: str) -> Type | None:
    """The type of an input or an output; None where it was reported. Most workspaces name the same few bodies over and
    over, so those that are sound are looked up once."""
    key = (text, scope.service, scope.page)
    if key not in draft.bodies:
        found = _body_of(draft, text, at, scope, what)
        if found is None:
            return None
        draft.bodies[key] = found
    return draft.bodies[key]


def _body_of(draft: Draft, text: str, at: At, scope: Scope, what: str) -> Type | None:
    if not _names_models(draft, text, at, scope):
        return None
    found = resolve(draft, text, at, scope)
    if found is None:
        return None
    item = found.item if isinstance(found, List | Page) else found
    if isinstance(item, Ref) and isinstance(item.target, Model | Variant):
        return found
    if not (isinstance(item, Ref) and item.target.name.text in draft.unsure):
        draft.report.add(NOT_A_BODY, at.span, what=what, text=text)
    return None


def model_of(draft: Draft, text: str, at: At, scope: Scope, what: str) -> Model | Variant:
    """The one model that a message is; `UNKNOWN` where it was reported."""
    found = body_of(draft, text, at, scope, what) if text else None
    if isinstance(found, List | Page):
        draft.report.add(NOT_A_BODY, at.span, what=what, text=text)
        return UNKNOWN
    return found.target if isinstance(found, Ref) and isinstance(found.target, Model | Variant) else UNKNOWN


def _names_models(draft: Draft, text: str, at: At, scope: Scope) -> bool:
    """Whether the names are known. A body has models only, so an unknown name is an unknown model."""
    try:
        part = expression(text)
    except Malformed:
        return True
    if part.word in WRAPPERS and len(part.args) == 1:
        part = part.args[0]
    return _is_known(draft, part, text, at, scope)


def _is_known(draft: Draft, part: Part, text: str, at: At, scope: Scope) -> bool:
    plain = not part.args and not part.open and part.word not in ("|", "?", "enum", *CONTAINERS)
    if not plain or part.word in draft.classes or part.word in SCALARS or part.word == "str":
        return True
    if not draft.hidden("models", scope.service):
        known = [
            name
            for name, target in draft.classes.items()
            if isinstance(target, Model | Variant) and visible(target, scope.service)
        ]
        draft.report.unknown(UNKNOWN_MODEL, spot(draft, text, at, part.start, part.end), part.word, known)
    return False
