"""The first look at every file: which classes there are. Types can then refer to all of them, in any order."""

from framework.diagnostics import Code
from framework.ir import Enum, Model, NamedType, Variant
from framework.ir.field import NO_LIMITS
from framework.lower.draft import Draft, ModelDraft, Target
from framework.lower.names import class_name, field_name, name_of, suffix_name, twins
from framework.scalars import SCALARS
from framework.source import At
from framework.spec import Sheet
from framework.spec.model import Model as Shape
from framework.spec.model import ModelsFile

ABSTRACT_VARIANTS = Code(
    "LOW030",
    "abstract-variants",
    "the abstract model '{name}' has variants",
    "An abstract model is only there to be extended. It has no class, so neither has a variant of it.",
    "declare the variants at the models that extend it, or remove `abstract: true`",
    "# shared/spec/models.yaml\nmodels: {Stamped: {abstract: true, fields: {at: datetime}, variants: {Read: {}}}}",
    "# shared/spec/models.yaml\nmodels: {Stamped: {abstract: true, fields: {at: datetime}}}",
)
NO_FIELDS = Code(
    "LOW031",
    "no-fields",
    "the model '{name}' declares no fields",
    "A model without `fields` says nothing about what it carries.",
    "add `fields:`, or `extends:` with a model that has some; an empty model says `fields: {{}}`",
    "# shared/spec/models.yaml\nmodels: {Book: {description: A title}}",
    "# shared/spec/models.yaml\nmodels: {Book: {description: A title, fields: {title: string}}}",
)


def declarations(draft: Draft) -> None:
    for sheet in draft.spec.each(ModelsFile):
        for name, body in sheet.body.models.items():
            _model(draft, name, body, sheet)
        for name in sheet.body.enums:
            at = sheet.at["enums"][name]
            class_name(draft, name, at, "an enum")
            enum = Enum(name_of(name), (), sheet.service, at.key, sheet.body.enums[name].description)
            draft.enums.append(enum)
            _declare(draft, name, enum)
        for name in sheet.body.types:
            at = sheet.at["types"][name]
            class_name(draft, name, at, "a named type")
            shape = sheet.body.types[name]
            type_ = NamedType(name_of(name), SCALARS["any"], NO_LIMITS, sheet.service, at.key, shape.description)
            draft.types.append(type_)
            _declare(draft, name, type_)


def _model(draft: Draft, name: str, body: Shape, sheet: Sheet[ModelsFile]) -> None:
    at = sheet.at["models"][name]
    class_name(draft, name, at, f"the model '{name}'")
    model = Model(name_of(name), sheet.service, at.key, body.abstract, body.description)
    made = ModelDraft(body, at, model)
    draft.models.append(made)
    draft.bench[id(model)] = made
    _declare(draft, name, model)
    if body.abstract and body.variants:
        draft.report.add(ABSTRACT_VARIANTS, at["variants"].key, name=name)
    if body.fields is None and not body.extends and draft.sound(at):
        draft.report.add(NO_FIELDS, at.key, name=name)
    places = at["fields"]
    fields = {field: places[field] for field in body.fields or ()}
    for field, place in fields.items():
        field_name(draft, field, place)
        _field_enum(draft, made, field, place)
    twins(draft, fields)
    for suffix, variant in body.variants.items():
        place = at["variants"][suffix]
        suffix_name(draft, suffix, place)
        class_name(draft, f"{name}{suffix}", place, f"the variant '{suffix}' of '{name}'")
        shown = Variant(name_of(f"{name}{suffix}"), suffix, model, place.key, variant.description)
        made.variants.append((variant, place, shown))
        _declare(draft, f"{name}{suffix}", shown)


def _field_enum(draft: Draft, made: ModelDraft, field: str, at: At) -> None:
    """An enum declared at a field is a class of its own: `BookStatus`."""
    shape = (made.body.fields or {})[field]
    guessed = not draft.sound(at) and "enum" in shape.type
    if shape.values is None and not at.has("values") and not guessed:
        return
    name = f"{made.model.name.text}{name_of(field).pascal}"
    class_name(draft, name, at, f"the enum of '{made.model.name.text}.{field}'")
    enum = Enum(name_of(name), (), made.model.service, at.key, shape.description, made.model.name.text)
    draft.enums.append(enum)
    made.enums[field] = enum
    _declare(draft, name, enum)


def _declare(draft: Draft, name: str, target: Target) -> None:
    """The first of two equal names counts; the other was reported."""
    draft.classes.setdefault(name, target)
