"""Unions: a reader must be able to tell from the value which of the types it is."""

from framework.diagnostics import Code
from framework.ir import Dict, Enum, Field, List, Literal, Model, Nullable, Page, Ref, Set, Type, Union, Variant
from framework.lower.draft import Draft
from framework.source import At
from framework.spec.error import ErrorsFile
from framework.spec.field import Field as Shape

NO_DISCRIMINATOR = Code(
    "LOW190",
    "no-discriminator",
    "a union of models needs a `discriminator`",
    "Without a field that tells them apart, the first model that happens to fit is taken, and fields are lost.",
    "give each model a field such as `kind: literal[card]` and write `discriminator: kind`",
    "# shared/spec/models.yaml\nmodels:\n  Card: {fields: {kind: 'literal[card]'}}\n"
    "  Cash: {fields: {kind: 'literal[cash]'}}\n  Sale: {fields: {paid: Card | Cash}}",
    "# shared/spec/models.yaml\nmodels:\n  Card: {fields: {kind: 'literal[card]'}}\n"
    "  Cash: {fields: {kind: 'literal[cash]'}}\n  Sale: {fields: {paid: {type: Card | Cash, discriminator: kind}}}",
)
BAD_DISCRIMINATOR = Code(
    "LOW191",
    "bad-discriminator",
    "'{name}' cannot tell the models apart: {reason}",
    "Every model of the union needs the field, required, with values that no other model has.",
    "give each model a field `{name}` of type `literal[…]` with a value of its own",
    "# shared/spec/models.yaml\nmodels:\n  Card: {fields: {kind: 'literal[card]'}}\n  Cash: {fields: {kind: string}}\n"
    "  Sale: {fields: {paid: {type: Card | Cash, discriminator: kind}}}",
    "# shared/spec/models.yaml\nmodels:\n  Card: {fields: {kind: 'literal[card]'}}\n"
    "  Cash: {fields: {kind: 'literal[cash]'}}\n  Sale: {fields: {paid: {type: Card | Cash, discriminator: kind}}}",
)
IDLE_DISCRIMINATOR = Code(
    "LOW192",
    "idle-discriminator",
    "`discriminator` belongs to a union of models, and '{type}' is none",
    "There is nothing to tell apart.",
    "remove the key",
    "# shared/spec/models.yaml\nmodels: {Sale: {fields: {paid: {type: int, discriminator: kind}}}}",
    "# shared/spec/models.yaml\nmodels: {Sale: {fields: {paid: int}}}",
)
UNION_MIX = Code(
    "LOW193",
    "union-mix",
    "a union with a discriminator holds models only",
    "The field that tells the parts apart is a field of a model; a plain value has none.",
    "make a model of the plain value, or remove it from the union",
    "# shared/spec/models.yaml\nmodels:\n  Card: {fields: {kind: 'literal[card]'}}\n"
    "  Cash: {fields: {kind: 'literal[cash]'}}\n"
    "  Sale: {fields: {paid: {type: Card | Cash | int, discriminator: kind}}}",
    "# shared/spec/models.yaml\nmodels:\n  Card: {fields: {kind: 'literal[card]'}}\n"
    "  Cash: {fields: {kind: 'literal[cash]'}}\n  Sale: {fields: {paid: {type: Card | Cash, discriminator: kind}}}",
)


def unions(draft: Draft) -> None:
    for made in draft.models:
        for name, shape in (made.body.fields or {}).items():
            _field(draft, shape, *made.fields[name])
    for sheet in draft.spec.each(ErrorsFile):
        for code in sheet.body.errors:
            _details(draft, code, sheet.at["errors"][code]["detail"])


def _details(draft: Draft, code: str, at: At) -> None:
    for detail in draft.errors[code].detail:
        if any(len(_models(union)) > 1 for union in _unions(detail.type)):
            span = at[detail.name.text]["type"].span
            draft.report.add(NO_DISCRIMINATOR, span, hint="a detail is of one model; name that one")


def _field(draft: Draft, shape: Shape, field: Field, at: At) -> None:
    found = [union for union in _unions(field.type) if _models(union)]
    if shape.discriminator is not None and not found and draft.sound(at):
        draft.report.add(IDLE_DISCRIMINATOR, at["discriminator"].key, type=shape.type)
    for union in found:
        _union(draft, union, at)


def _unions(type_: Type) -> list[Union]:
    if isinstance(type_, Union):
        return [type_]
    if isinstance(type_, Dict):
        return _unions(type_.value)
    return _unions(type_.item) if isinstance(type_, List | Set | Nullable | Page) else []


def _models(union: Union) -> list[Model | Variant]:
    return [arm.target for arm in union.arms if isinstance(arm, Ref) and isinstance(arm.target, Model | Variant)]


def _union(draft: Draft, union: Union, at: At) -> None:
    found = _models(union)
    if union.discriminator is None:
        if len(found) > 1:
            draft.report.add(NO_DISCRIMINATOR, at["type"].span)
        return
    place = at["discriminator"].span
    if len(found) != len(union.arms):
        draft.report.add(UNION_MIX, at["type"].span)
        return
    seen: dict[object, str] = {}
    for target in found:
        values, reason = _values(target, union.discriminator)
        taken = next((value for value in values if value in seen), None)
        if taken is not None:
            reason = f"'{target.name.text}' and '{seen[taken]}' share the value {taken!r}"
        if reason:
            draft.report.add(BAD_DISCRIMINATOR, place, name=union.discriminator, reason=reason)
            return
        seen.update(dict.fromkeys(values, target.name.text))


def _values(target: Model | Variant, name: str) -> tuple[tuple[object, ...], str]:
    """The values by which a model is known, or why there are none."""
    label = target.name.text
    field = next((field for field in target.fields if field.wire == name or field.name.text == name), None)
    if field is None:
        return (), f"'{label}' has no field of that name"
    if field.nullable or not (field.required or _fixed(field)):
        return (), f"'{label}' may be without it"
    if isinstance(field.type, Literal):
        return tuple(field.type.values), ""
    if isinstance(field.type, Ref) and isinstance(field.type.target, Enum):
        return tuple(member.value for member in field.type.target.members), ""
    return (), f"in '{label}' it can have any value"


def _fixed(field: Field) -> bool:
    """A literal of one value with that value as its default is there whether it was sent or not."""
    return isinstance(field.type, Literal) and field.type.values == (field.default,)
