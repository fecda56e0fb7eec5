"""A field of a class: its annotation with all that is said of it, and what it is when it was left out."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from framework.emit.generators.schemas.order import named
from framework.emit.languages import Snippet, python_literal, word
from framework.emit.openapi.schemas import wire
from framework.emit.python import Annotator, Imports, assignment, value
from framework.emit.python.annotations import TYPES
from framework.emit.python.layout import pieces
from framework.ir import UNSET, Field, Model, NamedType, Ref, Scalar, Variant

INDENT = 4


@dataclass(frozen=True, slots=True)
class Scope:
    """`later` are the classes of the module that are not defined yet where the field stands, fewer from class to class,
    `unready` those that are defined and cannot be used before all are. `known` are the fields that name no class,
    written already: a variant has most of them from its model."""

    imports: Imports
    later: Set[str] = frozenset()
    unready: frozenset[str] = frozenset()
    known: dict[Field, Snippet] = dataclass_field(default_factory=dict)


def line(field: Field, scope: Scope) -> Snippet:
    """The statement that declares the field in the body of its class."""
    if not isinstance(field.type, Scalar):
        return _line(field, scope)
    if field not in scope.known:
        scope.known[field] = _line(field, scope)
    return scope.known[field]


def _line(field: Field, scope: Scope) -> Snippet:
    factory = _factory(field, scope)
    unset = not field.required and field.default is UNSET
    annotator = Annotator(scope.imports, "body", scope.later)
    bare = annotator.of(field.type, field.limits, nullable=field.nullable, unset=unset)
    told = [*_told(field, scope, factory), *_guards(field, scope)]
    default = str(scope.imports.member("pydantic", "MISSING")) if unset else _default(field, scope, factory)
    return assignment(word(field.name.text), _with(bare, told, scope), default, INDENT)


def _with(annotation: str, told: list[str], scope: Scope) -> str:
    """The annotation with more behind its type. One that is `Annotated` already takes it in."""
    if not told:
        return annotation
    name = scope.imports.member("typing", "Annotated")
    if annotation.startswith(f"{name}[") and len(pieces(annotation, " | ")) == 1:
        return f"{annotation[:-1]}, {', '.join(told)}]"
    return f"{name}[{annotation}, {', '.join(told)}]"


def _told(field: Field, scope: Scope, factory: bool) -> Iterator[str]:
    given: dict[str, object] = {}
    if field.wire != field.name.text:
        given |= {"validation_alias": field.wire, "serialization_alias": field.wire}
    if field.description:
        given["description"] = field.description
    if (example := _example(field)) is not UNSET:
        given["examples"] = [wire(example, field.type)]
    if field.sensitive or field.pii:
        given["repr"] = False
    more: dict[str, Any] = {"deprecated": True} if field.deprecated else {}
    more |= {"default": wire(field.default, field.type)} if factory else {}
    given |= {"json_schema_extra": more} if more else {}
    if given:
        arguments = ", ".join(f"{name}={python_literal(value)}" for name, value in given.items())
        yield f"{scope.imports.member('pydantic', 'Field')}({arguments})"


def _guards(field: Field, scope: Scope) -> list[str]:
    """Marks for whatever writes logs and traces."""
    marks = ("SENSITIVE",) * field.sensitive + ("PII",) * field.pii
    return [f"{scope.imports.module(TYPES, 't')}.{mark}" for mark in marks]


def _example(field: Field) -> Any:
    target = field.type.target if isinstance(field.type, Ref) else None
    return target.example if field.example is UNSET and isinstance(target, NamedType) else field.example


def _factory(field: Field, scope: Scope) -> bool:
    """A default that is made of a class which cannot be used yet has to wait until it is needed."""
    if not (isinstance(field.default, list | dict) and field.default):
        return False
    targets = (target for target in named(field.type) if isinstance(target, Model | Variant))
    return any(target.name.text in scope.later | scope.unready for target in targets)


def _default(field: Field, scope: Scope, factory: bool) -> str:
    """Lists and mappings stand in a `Field`: there everyone sees that Pydantic gives each object its own."""
    if field.default is UNSET:
        return ""
    found = value(field.type, field.default, scope.imports)
    if factory:
        return f"{scope.imports.member('pydantic', 'Field')}(default_factory=lambda: {found})"
    if isinstance(field.default, list | dict):
        return f"{scope.imports.member('pydantic', 'Field')}(default={found})"
    return found
