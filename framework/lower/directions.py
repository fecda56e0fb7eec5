"""Which way each class travels, and so which fields it has: what the server sets is in no input of a request, what
the client alone may know is in no output."""

from dataclasses import dataclass, field, replace
from typing import Any

from framework.diagnostics import Code, Related, Span
from framework.ir import UNSET, Field, List, Model, Page, Ref, Type, Variant, tie
from framework.lower.draft import Draft, Target
from framework.lower.reach import closure, raw_fields, targets

READONLY_BOTH_WAYS = Code(
    "LOW180",
    "readonly-both-ways",
    "'{name}' is the input of '{operation}' and travels back too, but its field '{field}' is readonly",
    "The field would have to be absent from what clients send and present in what they receive.",
    "make two variants, one for each direction: `variants: {{Create: {{}}, Read: {{}}}}`",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {id: {type: uuid, readonly: true}, title: string}}}\n"
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {add: {input: Book, output: Book, rest: {method: POST, path: /books}}}",
    "# shared/spec/models.yaml\nmodels:\n"
    "  Book: {fields: {id: {type: uuid, readonly: true}, title: string}, variants: {Create: {}, Read: {}}}\n"
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {add: {input: BookCreate, output: BookRead, rest: {method: POST, path: /books}}}",
)
WRITEONLY_BOTH_WAYS = Code(
    "LOW181",
    "writeonly-both-ways",
    "'{name}' is an input and travels back too, but its field '{field}' is writeonly",
    "The field would have to be present in what clients send and absent from what they receive.",
    "make two variants, one for each direction: `variants: {{Create: {{}}, Read: {{}}}}`",
    "# shared/spec/models.yaml\nmodels: {User: {fields: {name: string, password: {type: string, writeonly: true}}}}\n"
    "# services/backend/spec/routers/users.yaml\n"
    "operations: {add: {input: User, output: User, rest: {method: POST, path: /users}}}",
    "# shared/spec/models.yaml\nmodels:\n"
    "  User: {fields: {name: string, password: {type: string, writeonly: true}}, variants: {Create: {}, Read: {}}}\n"
    "# services/backend/spec/routers/users.yaml\n"
    "operations: {add: {input: UserCreate, output: UserRead, rest: {method: POST, path: /users}}}",
)
READONLY_INSIDE = Code(
    "LOW182",
    "readonly-inside-input",
    "'{name}' stands inside of an input and of an output, so clients can set its readonly field '{field}'",
    "A class that travels both ways keeps all of its fields.",
    "name a variant without the field where it is part of an input",
    "# shared/spec/models.yaml\nmodels:\n  Author: {fields: {id: {type: uuid, readonly: true}, name: string}}\n"
    "  Book: {fields: {author: Author}, variants: {Create: {}, Read: {}}}\n"
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {add: {input: BookCreate, output: BookRead, rest: {method: POST, path: /books}}}",
    "# shared/spec/models.yaml\nmodels:\n  Author: {fields: {id: uuid, name: string}}\n"
    "  Book: {fields: {author: Author}, variants: {Create: {}, Read: {}}}\n"
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {add: {input: BookCreate, output: BookRead, rest: {method: POST, path: /books}}}",
    severity="warning",
)

CLIENT_SENDS = ("Create", "Update")
"""Variants that are inputs by their name, used or not."""


@dataclass
class Traffic:
    """Where each class is the body itself, and which classes are somewhere inside of a body."""

    inputs: dict[int, tuple[str, Span]] = field(default_factory=dict)
    received: dict[int, Span] = field(default_factory=dict)
    outputs: dict[int, Span] = field(default_factory=dict)
    sent: set[int] = field(default_factory=set)
    shown: set[int] = field(default_factory=set)
    told: set[tuple[str, int]] = field(default_factory=set)

    def first(self, code: Code, target: Target) -> bool:
        """Whether this is the first time that a class is to be told of: its other fields say nothing new."""
        known = (code.id, id(target)) in self.told
        self.told.add((code.id, id(target)))
        return not known


def directions(draft: Draft) -> None:
    traffic = _traffic(draft)
    for made in draft.models:
        model = made.model
        tie(model, fields=tuple(_fields(draft, traffic, model)))
        for body, _, variant in made.variants:
            fields = tuple(_looser(field, body.optional) for field in _fields(draft, traffic, variant))
            tie(variant, fields=fields)
    _close(draft)


def _close(draft: Draft) -> None:
    """Mark what a request carries, now that it is known which fields each class has."""
    queue = [target for made in draft.operations if made.operation.rest for target in _bodies(made.operation.input)]
    while queue:
        target = queue.pop()
        if isinstance(target, Model | Variant) and not target.closed:
            tie(target, closed=True)
            queue += [inner for field in target.fields for inner in targets(field.type)]


def _bodies(type_: Type | None) -> list[Target]:
    return [] if type_ is None else list(targets(type_))


def _traffic(draft: Draft) -> Traffic:
    traffic = Traffic()
    into: list[Type] = []
    out: list[Type] = [field.type for error in draft.errors.values() for field in error.detail]
    for made in draft.operations:
        one = made.operation
        if one.input is not None and one.rest is not None:
            into.append(one.input)
            traffic.inputs.setdefault(id(_body(one.input)), (one.name.text, made.at["input"].span))
        if one.input is not None and one.subscribe is not None:
            traffic.received.setdefault(id(_body(one.input)), made.at["input"].span)
        if one.output is not None:
            out.append(one.output)
            traffic.outputs.setdefault(id(_body(one.output)), made.at["output"].span)
    for event in draft.events.values():
        traffic.received.setdefault(id(event.message), event.span)
        out.append(Ref(event.message))
        if event.publish:
            traffic.outputs.setdefault(id(event.message), event.span)
    traffic.sent = {id(target) for target in closure(draft, into, "readonly")}
    traffic.shown = {id(target) for target in closure(draft, out, "writeonly")}
    return traffic


def _body(type_: Type) -> Target | None:
    """The one class that a body is, or is a list of."""
    item = type_.item if isinstance(type_, List | Page) else type_
    return item.target if isinstance(item, Ref) else None


def _fields(draft: Draft, traffic: Traffic, target: Model | Variant) -> list[Field]:
    found = raw_fields(draft, target)
    found = [field for field in found if not (field.readonly and _drops_readonly(draft, traffic, target, field))]
    return [field for field in found if not (field.writeonly and _drops_writeonly(draft, traffic, target, field))]


def _drops_readonly(draft: Draft, traffic: Traffic, target: Model | Variant, field: Field) -> bool:
    key = id(target)
    if isinstance(target, Variant) and target.suffix in CLIENT_SENDS:
        return True
    if key not in traffic.inputs:
        if key in traffic.sent and key in traffic.shown and traffic.first(READONLY_INSIDE, target):
            related = [Related(target.span, "the class that travels both ways")]
            names: dict[str, Any] = {"name": target.name.text, "field": field.name.text}
            draft.report.add(READONLY_INSIDE, field.span, related=related, **names)
        return key in traffic.sent and key not in traffic.shown
    back = traffic.outputs.get(key) or traffic.received.get(key)
    if back is not None and traffic.first(READONLY_BOTH_WAYS, target):
        operation, span = traffic.inputs[key]
        related = [Related(back, "it travels back here"), Related(field.span, "the readonly field")]
        values: dict[str, Any] = {"name": target.name.text, "operation": operation, "field": field.name.text}
        draft.report.add(READONLY_BOTH_WAYS, span, related=related, **values)
    return True


def _drops_writeonly(draft: Draft, traffic: Traffic, target: Model | Variant, field: Field) -> bool:
    key = id(target)
    if key in traffic.shown and key in traffic.sent and traffic.first(WRITEONLY_BOTH_WAYS, target):
        span = traffic.inputs[key][1] if key in traffic.inputs else field.span
        related = [Related(field.span, "the writeonly field")]
        values: dict[str, Any] = {"name": target.name.text, "field": field.name.text}
        draft.report.add(WRITEONLY_BOTH_WAYS, span, related=related, **values)
    return key in traffic.shown or (isinstance(target, Variant) and target.suffix == "Read")


def _looser(field: Field, optional: tuple[str, ...] | str) -> Field:
    """A field that may be left out of a variant stays unset then: its default would overwrite what is stored."""
    if optional == "*" or field.name.text in optional:
        return replace(field, required=False, default=UNSET)
    return field
