"""The workbench of the passes: what each has made so far, for those that come after it. Nobody outside sees it."""

from dataclasses import dataclass, field

from framework.diagnostics import Report, Span
from framework.ir import Domain, Enum, Error, Event, Model, NamedType, Operation, Service, Type, Variant
from framework.ir.field import Field
from framework.source import At, SourceTree
from framework.spec import Spec
from framework.spec import model as shapes
from framework.spec.operation import Operation as OperationShape

Target = Model | Variant | Enum | NamedType


@dataclass(frozen=True, slots=True)
class Taken:
    """Who has the name of a class."""

    name: str
    what: str
    span: Span


@dataclass(slots=True)
class ModelDraft:
    """A model on the bench. `fields` are all of them, inherited ones first, each with its place; not `whole` where a
    parent is missing."""

    body: shapes.Model
    at: At
    model: Model
    enums: dict[str, Enum] = field(default_factory=dict)
    fields: dict[str, tuple[Field, At]] = field(default_factory=dict)
    variants: list[tuple[shapes.Variant, At, Variant]] = field(default_factory=list)
    whole: bool = True


@dataclass(slots=True)
class OperationDraft:
    body: OperationShape
    at: At
    operation: Operation


@dataclass(slots=True)
class Draft:
    """`classes` are the names that types may use; `taken` every name that becomes a class, in lower case; `unsure`
    those of which it was reported that they are two things or no known one; `bench` has the draft of a model by the
    identity of the model, and `unplaced` the domains whose prefix was reported."""

    spec: Spec
    tree: SourceTree
    report: Report
    services: dict[str, Service] = field(default_factory=dict)
    classes: dict[str, Target] = field(default_factory=dict)
    taken: dict[str, Taken] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    models: list[ModelDraft] = field(default_factory=list)
    bench: dict[int, ModelDraft] = field(default_factory=dict)
    enums: list[Enum] = field(default_factory=list)
    types: list[NamedType] = field(default_factory=list)
    errors: dict[str, Error] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    domains: dict[tuple[str, str], Domain] = field(default_factory=dict)
    unplaced: set[int] = field(default_factory=set)
    bodies: dict[tuple[str, str | None, bool], Type] = field(default_factory=dict)
    operations: list[OperationDraft] = field(default_factory=list)

    def sound(self, at: At) -> bool:
        return self.spec.sound(at)

    def hidden(self, kind: str, service: str | None = None) -> bool:
        """Whether a file that could declare such a thing cannot be read, so that none may be called missing."""
        return any(entry[0] == kind and entry[1] in (None, service) for entry in self.spec.broken)
