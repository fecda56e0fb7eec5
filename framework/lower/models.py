"""Models: their fields with types, constraints and flags, and those that they inherit."""

from typing import Any

from framework.diagnostics import Code, Related
from framework.ir import UNSET, Field, Model, Nullable, tie
from framework.ir.field import NO_LIMITS
from framework.lower.draft import Draft, ModelDraft
from framework.lower.graph import circles
from framework.lower.limits import limits
from framework.lower.names import name_of
from framework.lower.types import PRIVATE, Scope, resolve, typed, visible
from framework.scalars import SCALARS
from framework.source import At
from framework.spec.field import Field as Shape

UNKNOWN_PARENT = Code(
    "LOW070",
    "unknown-parent",
    "no model named '{name}' to extend",
    "`extends` takes over the fields of another model.",
    "correct the name, or declare the model",
    "# shared/spec/models.yaml\nmodels: {Book: {extends: Stampd, fields: {title: string}}, "
    "Stamped: {fields: {at: datetime}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {extends: Stamped, fields: {title: string}}, "
    "Stamped: {fields: {at: datetime}}}",
)
EXTENDS_CIRCLE = Code(
    "LOW071",
    "extends-circle",
    "models extend each other: {circle}",
    "Each would need the fields of the next before it has its own.",
    "remove one `extends` of the circle",
    "# shared/spec/models.yaml\nmodels: {A: {extends: B, fields: {a: int}}, B: {extends: A, fields: {b: int}}}",
    "# shared/spec/models.yaml\nmodels: {A: {extends: B, fields: {a: int}}, B: {fields: {b: int}}}",
)
INHERITED_FIELD = Code(
    "LOW072",
    "inherited-field",
    "'{name}' declares the field '{field}', which it inherits from '{parent}'",
    "A field that is declared twice has two meanings, and the reader sees only one of them.",
    "remove one of the two, or rename it",
    "# shared/spec/models.yaml\nmodels: {A: {fields: {x: int}}, B: {extends: A, fields: {x: string}}}",
    "# shared/spec/models.yaml\nmodels: {A: {fields: {x: int}}, B: {extends: A, fields: {y: string}}}",
)
CONTRADICTION = Code(
    "LOW073",
    "contradiction",
    "`{one}` and `{other}` contradict each other",
    "Both were written, and only one can hold.",
    "remove one of the two",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {note: {type: string, readonly: true, writeonly: true}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {note: {type: string, readonly: true}}}}",
)
WIRE_CLASH = Code(
    "LOW074",
    "wire-clash",
    "'{name}' and '{other}' would both be '{wire}' on the wire",
    "A key of JSON can carry one of them only.",
    "change the alias",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string, name: {type: string, alias: title}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string, name: {type: string, alias: label}}}}",
)
BAD_ALIAS = Code(
    "LOW075",
    "bad-alias",
    "{alias!r} cannot be a name on the wire",
    "An alias is a key of JSON: some text, and no control characters in it.",
    "correct the alias or remove it",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: {type: string, alias: ''}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: {type: string, alias: Title}}}}",
)
UNKNOWN_FIELD = Code(
    "LOW076",
    "unknown-field",
    "'{model}' has no field '{name}'",
    "A variant is made of the fields of its model.",
    "correct the name",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}, variants: {Read: {exclude: [titel]}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}, variants: {Read: {exclude: [title]}}}}",
)

WILDCARD = Code(
    "LOW077",
    "listed-wildcard",
    "'*' stands in a list of fields",
    "The star means all fields, so it is not one of a list.",
    'write `optional: "*"` without the brackets',
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}, variants: {Update: {optional: ['*']}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}, variants: {Update: {optional: '*'}}}}",
)

CONFLICTS = (
    (("readonly", True), ("writeonly", True)),
    (("optional", True), ("nullable", False)),
    (("optional", True), ("required", True)),
)


def models(draft: Draft) -> None:
    for made in draft.models:
        places = made.at["fields"]
        for name, shape in (made.body.fields or {}).items():
            at = places[name]
            made.fields[name] = (_field(draft, made, name, shape, at), at)
    _inherit(draft)
    for made in draft.models:
        _wires(draft, made)
        _variants(draft, made)
        tie(made.model, variants=tuple(variant for _, _, variant in made.variants))


def _field(draft: Draft, made: ModelDraft, name: str, shape: Shape, at: At) -> Field:
    scope = Scope(made.model.service, made.enums.get(name), shape.discriminator)
    type_ = resolve(draft, shape.type, at["type"], scope)
    known, type_ = type_ is not None and typed(draft, at), type_ or SCALARS["any"]
    nullable = shape.optional is True or shape.nullable is True
    if isinstance(type_, Nullable):
        nullable, type_ = True, type_.item
    _conflicts(draft, shape, at)
    default: Any = shape.default if shape.given("default") and shape.required is not True else UNSET
    if default is UNSET and shape.optional:
        default = None
    return Field(
        name=name_of(name),
        wire=shape.alias or name,
        type=type_,
        required=default is UNSET and shape.required is not False,
        nullable=nullable,
        span=at.key,
        default=default,
        limits=limits(draft, shape, type_, at) if known else NO_LIMITS,
        readonly=shape.readonly,
        writeonly=shape.writeonly,
        sensitive=shape.sensitive,
        pii=shape.pii,
        description=shape.description,
        example=shape.example if shape.given("example") else UNSET,
        deprecated=shape.deprecated,
    )


def _conflicts(draft: Draft, shape: Shape, at: At) -> None:
    for (one, first), (other, second) in CONFLICTS:
        if getattr(shape, one) is first and getattr(shape, other) is second:
            _contradiction(draft, at, (one, first), (other, second))
    if shape.required is True and shape.given("default"):
        _contradiction(draft, at, ("required", True), ("default", "…"))
    if shape.alias is not None and (not shape.alias or not shape.alias.isprintable()):
        draft.report.add(BAD_ALIAS, at["alias"].span, alias=shape.alias)


def _contradiction(draft: Draft, at: At, one: tuple[str, object], other: tuple[str, object]) -> None:
    words = [f"{name}: {str(value).lower()}" for name, value in (one, other)]
    related = [Related(at[one[0]].key, "the other")]
    draft.report.add(CONTRADICTION, at[other[0]].key, one=words[0], other=words[1], related=related)


def _inherit(draft: Draft) -> None:
    """Put the fields of the extended models before those of each model; a circle is reported and left out."""
    by_name = {made.model.name.text: made for made in reversed(draft.models)}
    graph = {name: [parent for parent in made.body.extends if parent in by_name] for name, made in by_name.items()}
    broken: set[tuple[str, str]] = set()
    for circle in circles(graph):
        broken.add((circle[-1], circle[0]))
        at = by_name[circle[-1]].at["extends"]
        draft.report.add(EXTENDS_CIRCLE, at.span, circle=" → ".join((*circle, circle[0])))
    done: set[int] = set()
    for made in draft.models:
        stack = [made]
        while stack:
            top = stack[-1]
            parents = [name for name in graph[top.model.name.text] if (top.model.name.text, name) not in broken]
            waiting = [by_name[name] for name in parents if id(by_name[name]) not in done]
            if waiting and id(top) not in done:
                stack.append(waiting[0])
                continue
            if id(top) not in done:
                done.add(id(top))
                _extend(draft, top, [by_name[name] for name in parents])
            stack.pop()


def _extend(draft: Draft, made: ModelDraft, parents: list[ModelDraft]) -> None:
    known = {parent.model.name.text: parent for parent in parents}
    fields: dict[str, tuple[Field, At]] = {}
    owner: dict[str, str] = {}
    for index, name in enumerate(made.body.extends):
        at = made.at["extends"][index]
        if not _extendable(draft, made, name, at):
            made.whole = False
        for field, entry in known[name].fields.items() if name in known else ():
            if field in fields and fields[field] is not entry:
                both: dict[str, Any] = {
                    "name": made.model.name.text,
                    "field": field,
                    "parent": f"{owner[field]}' and '{name}",
                }
                draft.report.add(INHERITED_FIELD, at.span, **both)
            fields.setdefault(field, entry)
            owner.setdefault(field, name)
    for field, (_, place) in made.fields.items():
        if field in fields:
            related = [Related(fields[field][1].key, "inherited from here")]
            values: dict[str, Any] = {"name": made.model.name.text, "field": field, "parent": owner[field]}
            draft.report.add(INHERITED_FIELD, place.key, related=related, **values)
    made.fields = {**fields, **made.fields}
    tie(made.model, extends=tuple(parent.model for parent in parents))


def _extendable(draft: Draft, made: ModelDraft, name: str, at: At) -> bool:
    target, service = draft.classes.get(name), made.model.service
    if isinstance(target, Model):
        if not visible(target, service):
            draft.report.add(PRIVATE, at.span, name=name, service=target.service)
        return visible(target, service)
    if not draft.hidden("models", service):
        others = [other.model for other in draft.models if visible(other.model, service) and other is not made]
        draft.report.unknown(UNKNOWN_PARENT, at.span, name, [model.name.text for model in others])
    return False


def _wires(draft: Draft, made: ModelDraft) -> None:
    seen: dict[str, str] = {}
    for name, (field, at) in made.fields.items():
        other = seen.setdefault(field.wire, name)
        if other != name:
            place = at["alias"] if field.wire != name else made.fields[other][1]["alias"]
            draft.report.add(WIRE_CLASH, place.span, name=name, other=other, wire=field.wire)


def _variants(draft: Draft, made: ModelDraft) -> None:
    """Check the names; the fields of a variant are known when all of its uses are."""
    if not made.whole or (made.body.fields is None and not draft.sound(made.at)):
        return
    for variant, at, _ in made.variants:
        for key in ("exclude", "optional"):
            listed = getattr(variant, key)
            for index, name in enumerate(() if listed == "*" else listed):
                _member(draft, made, name, at[key][index])
        for name in set(variant.exclude) & set(variant.optional) & made.fields.keys():
            _contradiction(draft, at, ("exclude", f"[{name}]"), ("optional", f"[{name}]"))


def _member(draft: Draft, made: ModelDraft, name: str, at: At) -> None:
    if name == "*":
        hint = "" if at.path[-2:-1] == ("optional",) else "name the fields one by one; `exclude` takes no star"
        draft.report.add(WILDCARD, at.span, hint=hint)
    elif name not in made.fields:
        draft.report.unknown(UNKNOWN_FIELD, at.span, name, list(made.fields), model=made.model.name.text)
