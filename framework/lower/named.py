"""Named types: a scalar, its constraints and a name."""

from framework.diagnostics import Code
from framework.ir import NamedType, Scalar, tie
from framework.lower.draft import Draft
from framework.lower.limits import limits
from framework.lower.types import Scope, resolve, typed
from framework.source import At
from framework.spec.field import NamedType as Shape
from framework.spec.model import ModelsFile

NOT_SCALAR = Code(
    "LOW060",
    "not-a-scalar",
    "the named type '{name}' names no scalar",
    "A named type gives a scalar a name and constraints; whatever has parts is a model or stands at its field.",
    "name a scalar: int, float, decimal, string, bool, bytes, uuid, date, time, datetime, duration, email or url",
    "# shared/spec/models.yaml\ntypes: {Tags: {type: 'list[string]'}}",
    "# shared/spec/models.yaml\ntypes: {Tag: {type: string, max_length: 20}}",
)


def named(draft: Draft) -> None:
    declared = {type_.span: type_ for type_ in draft.types}
    for sheet in draft.spec.each(ModelsFile):
        for name, shape in sheet.body.types.items():
            at = sheet.at["types"][name]
            _named(draft, declared[at.key], shape, at)


def _named(draft: Draft, made: NamedType, shape: Shape, at: At) -> None:
    type_, name = resolve(draft, shape.type, at["type"], Scope(made.service)), made.name.text
    if isinstance(type_, Scalar) and typed(draft, at):
        tie(made, type=type_, limits=limits(draft, shape, type_, at))
        if shape.given("example"):
            tie(made, example=shape.example)
        return
    draft.unsure.add(name)
    if type_ is not None and typed(draft, at):
        draft.report.add(NOT_SCALAR, at["type"].span, name=name)
