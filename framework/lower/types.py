"""Type expressions resolved: every word is a scalar, a container or a declared thing, or a fault at its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from framework.diagnostics import Code, Span, nearest, replace
from framework.ir import Dict, Enum, List, Literal, Model, NamedType, Nullable, Page, Ref, Scalar, Set, Type, Union
from framework.lower.draft import Draft, Target
from framework.lower.expressions import Malformed, Part, expression
from framework.scalars import SCALARS, SYNONYMS
from framework.source import At

UNKNOWN_TYPE = Code(
    "LOW002",
    "unknown-type",
    "no type named '{name}'",
    "A type is a scalar, a container, or a model, variant, enum or named type that the workspace declares.",
    "correct the name, or declare it in shared/spec/models.yaml",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: strng}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}",
)
MALFORMED_TYPE = Code(
    "LOW003",
    "malformed-type",
    "'{text}' is no type expression: {reason}",
    "Types are written as `int`, `list[T]`, `set[T]`, `dict[K, V]`, `T?`, `A | B`, `literal[a, b]` or a declared name.",
    "correct the expression",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {tags: 'list[string'}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {tags: 'list[string]'}}}",
)
MISUSED_TYPE = Code(
    "LOW004",
    "misused-type",
    "'{text}' cannot stand here: {reason}",
    "The parts of the expression exist, but not in this combination: JSON, Python or Pydantic has no value for it.",
    "{remedy}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {prices: 'dict[float, int]'}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {prices: 'dict[string, int]'}}}",
)
PRIVATE = Code(
    "LOW005",
    "private-model",
    "'{name}' is private to the service '{service}'",
    "Shared code never imports a service's, and one service never another's.",
    "move '{name}' to shared/spec/models.yaml",
    "# services/backend/spec/models.yaml\nmodels: {Secret: {fields: {a: int}}}\n"
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {hidden: Secret}}}",
    "# shared/spec/models.yaml\nmodels: {Secret: {fields: {a: int}}, Book: {fields: {hidden: Secret}}}",
)
ABSTRACT_TYPE = Code(
    "LOW006",
    "abstract-type",
    "the model '{name}' is abstract and cannot be a type",
    "An abstract model is only there to be extended; it has no class.",
    "use a model that extends it, or remove `abstract: true`",
    "# shared/spec/models.yaml\nmodels: {Stamped: {abstract: true, fields: {at: datetime}}, "
    "Book: {fields: {stamp: Stamped}}}",
    "# shared/spec/models.yaml\nmodels: {Stamped: {abstract: true, fields: {at: datetime}}, "
    "Book: {extends: Stamped, fields: {title: string}}}",
)

CONTAINERS = {"list": 1, "set": 1, "dict": 2, "Page": 1}
UNHASHABLE = ("json", "any")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an expression stands: the service whose private names it sees, the enum of its own field, the
    discriminator of its union, and whether a page can stand there."""

    service: str | None = None
    enum: Enum | None = None
    discriminator: str | None = None
    page: bool = False


def resolve(draft: Draft, text: str, at: At, scope: Scope) -> Type | None:
    """The type that a text means; None where it was reported, or where a broken file may declare it."""
    scalar = SCALARS.get(text)
    if scalar is not None:
        return scalar
    try:
        tree = expression(text)
    except Malformed as fault:
        span = spot(draft, text, at, fault.at, fault.at + 1)
        draft.report.add(MALFORMED_TYPE, span, text=text, reason=str(fault))
        return None
    return Resolver(draft, text, at, scope).type(tree, top=True)


def spot(draft: Draft, text: str, at: At, start: int, end: int) -> Span:
    """The place of some characters of an expression, where the file spells them as the value does."""
    span = at.part(start, end)
    if span != at.value or span.line != span.end_line:
        return span
    width = span.end_column - span.column
    if width == len(text):
        return span.part(start, min(end, width)) if start < width else span
    return span.part(start + 1, end + 1) if width == len(text) + 2 else span


class Resolver:
    def __init__(self, draft: Draft, text: str, at: At, scope: Scope) -> None:
        self.draft = draft
        self.text = text
        self.at = at
        self.scope = scope

    def type(self, part: Part, *, top: bool = False) -> Type | None:
        if part.word == "Page" and not (top and self.scope.page):
            return self.misused(part, "a page is an output and nothing else", "use `list[…]`")
        step = STEPS.get(part.word)
        if step is not None:
            return step(self, part)
        if part.args and (meant := SYNONYMS.get(part.word.lower(), part.word.lower())) in STEPS:
            word = replace(self.spot(part.start, part.start + len(part.word)), meant)
            self.draft.report.add(
                UNKNOWN_TYPE, self.span(part), name=part.word, hint=f"did you mean '{meant}'?", fix=word
            )
            return None
        if part.word.lower() == "optional" and len(part.args) == 1:
            return self.misused(part, "there is no such container", "write `T?` for a type that may be null")
        if part.args:
            known = ", ".join(f"{word}[…]" for word in CONTAINERS)
            return self.misused(part, f"'{part.word}' takes no types in brackets", f"containers are {known}")
        return self.named(part)

    def named(self, part: Part) -> Type | None:
        scalar = SCALARS.get("string" if part.word == "str" else part.word)
        if scalar is not None:
            return scalar
        target = self.draft.classes.get(part.word)
        if target is None:
            return self.unknown(part)
        if part.word in self.draft.unsure:
            return None
        if not visible(target, self.scope.service):
            self.add(PRIVATE, part, name=part.word, service=target.service)
            return None
        if isinstance(target, Model) and target.abstract:
            self.add(ABSTRACT_TYPE, part, name=part.word)
            return None
        return Ref(target)

    def unknown(self, part: Part) -> Type | None:
        if self.draft.hidden("models", self.scope.service):
            return None
        word, span = part.word, self.span(part)
        if word.lower() in ("null", "none"):
            return self.misused(part, "null is no type", "write `T?` for a type that may be null")
        known = [*SCALARS, *CONTAINERS, *seen(self.draft, self.scope.service)]
        guess = SYNONYMS.get(word.lower()) or nearest(word, known)
        if guess is None:
            self.draft.report.unknown(UNKNOWN_TYPE, span, word, seen(self.draft, self.scope.service))
        else:
            fix = replace(span, guess) if guess not in CONTAINERS and guess.isidentifier() else None
            self.draft.report.add(UNKNOWN_TYPE, span, name=word, hint=f"did you mean '{guess}'?", fix=fix)
        return None

    def enum(self, part: Part) -> Type | None:
        if self.scope.enum is not None:
            return Ref(self.scope.enum)
        return self.misused(
            part,
            "an enum needs its values",
            "write `values: […]` beside `type` at a field, or declare it under `enums:`",
        )

    def list(self, part: Part) -> Type | None:
        items = self.inner(part)
        return List(items[0]) if items else None

    def page(self, part: Part) -> Type | None:
        items = self.inner(part)
        if items and not (isinstance(items[0], Ref) and not isinstance(items[0].target, Enum | NamedType)):
            return self.misused(part, "a page holds models", "write `Page[…]` of a model or a variant")
        return Page(items[0]) if items else None

    def set(self, part: Part) -> Type | None:
        items = self.inner(part)
        if items and not hashable(items[0]):
            return self.misused(part, "the items of a set must be plain values", "use `list[…]`")
        return Set(items[0]) if items else None

    def dict(self, part: Part) -> Type | None:
        items = self.inner(part)
        if items and not is_key(items[0]):
            return self.misused(
                part.args[0], "the keys of JSON are text", "use a key of string, int, uuid, date, datetime or an enum"
            )
        return Dict(items[0], items[1]) if items else None

    def nullable(self, part: Part) -> Type | None:
        inner = self.type(part.args[0])
        if isinstance(inner, Nullable):
            return self.misused(part, "one `?` says it all", "remove a `?`")
        return None if inner is None else Nullable(inner)

    def union(self, part: Part) -> Type | None:
        arms = [self.type(arm) for arm in part.args]
        if any(arm is None for arm in arms):
            return None
        if any(isinstance(arm, Nullable) for arm in arms):
            return self.misused(
                part, "a part of a union may be null", "put the `?` behind the whole field: `nullable: true`"
            )
        if any(isinstance(arm, Scalar) and arm.name in UNHASHABLE for arm in arms):
            return self.misused(part, "'any' takes every value", "remove the other parts")
        if len(set(arms)) != len(arms):
            return self.misused(part, "it names one type twice", "name each type once")
        return Union(tuple(arm for arm in arms if arm is not None), self.scope.discriminator)

    def literal(self, part: Part) -> Type | None:
        if not part.values:
            return self.misused(part, "a literal needs values", "write `literal[a, b]`")
        if len(set(part.values)) != len(part.values):
            return self.misused(part, "it names one value twice", "name each value once")
        return Literal(part.values)

    def inner(self, part: Part) -> tuple[Type, ...]:
        """The types in the brackets; nothing where one of them was reported."""
        count = CONTAINERS[part.word]
        if len(part.args) != count:
            shape = "dict[K, V]" if count == 2 else f"{part.word}[T]"
            self.misused(part, f"'{part.word}' takes {count} types in brackets", f"write `{shape}`")
            return ()
        items = [self.type(arg) for arg in part.args]
        return tuple(item for item in items if item is not None) if None not in items else ()

    def misused(self, part: Part, reason: str, remedy: str) -> Type | None:
        self.add(MISUSED_TYPE, part, text=self.text[part.start : part.end], reason=reason, remedy=remedy)
        return None

    def add(self, code: Code, part: Part, **values: Any) -> None:
        self.draft.report.add(code, self.span(part), **values)

    def span(self, part: Part) -> Span:
        return self.spot(part.start, part.end)

    def spot(self, start: int, end: int) -> Span:
        return spot(self.draft, self.text, self.at, start, end)


STEPS: dict[str, Callable[[Resolver, Part], Type | None]] = {
    "enum": Resolver.enum,
    "list": Resolver.list,
    "set": Resolver.set,
    "dict": Resolver.dict,
    "Page": Resolver.page,
    "?": Resolver.nullable,
    "|": Resolver.union,
    "literal": Resolver.literal,
}


def visible(target: Target, service: str | None) -> bool:
    return target.service is None or target.service == service


def seen(draft: Draft, service: str | None) -> list[str]:
    return [name for name, target in draft.classes.items() if visible(target, service)]


def base(type_: Type) -> Type:
    """What a named type names, and the type itself of everything else."""
    return type_.target.type if isinstance(type_, Ref) and isinstance(type_.target, NamedType) else type_


def hashable(type_: Type) -> bool:
    type_ = base(type_)
    if isinstance(type_, Union):
        return all(hashable(arm) for arm in type_.arms)
    if isinstance(type_, Scalar):
        return type_.name not in UNHASHABLE
    return isinstance(type_, Literal) or (isinstance(type_, Ref) and isinstance(type_.target, Enum))


def is_key(type_: Type) -> bool:
    type_ = base(type_)
    if isinstance(type_, Scalar):
        return type_.key
    return isinstance(type_, Literal) or (isinstance(type_, Ref) and isinstance(type_.target, Enum))


def typed(draft: Draft, at: At) -> bool:
    """Whether a declaration says its type in a way that could be read."""
    return at.has("type") and (not draft.spec.faulty or draft.sound(at["type"]))
