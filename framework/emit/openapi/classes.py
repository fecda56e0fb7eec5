"""The classes that bodies reach, as components of a document. What nothing reaches is in no document."""

from collections.abc import Iterable

from framework.emit.languages import Shared
from framework.emit.openapi.scalars import Json
from framework.emit.openapi.schemas import described, nullable, page_name, schema
from framework.ir import Dict, Enum, Field, List, Model, NamedType, Nullable, Page, Ref, Set, Type, Union, Variant

Class = Model | Variant | Enum | Page


def reached(types: Iterable[Type]) -> dict[str, Class]:
    """Every class inside of some types, by the name of its component, sorted."""
    found: dict[str, Class] = {}
    waiting = list(types)
    while waiting:
        type_ = waiting.pop()
        made = _class(type_)
        if made is not None and made[0] in found:
            continue
        if made is not None:
            found[made[0]] = made[1]
        waiting += _inside(type_)
    return {name: found[name] for name in sorted(found)}


class Components:
    """The components of all documents of a run: a shared model is computed and spelled once."""

    def __init__(self) -> None:
        self._made: dict[Class, Shared] = {}

    def of(self, made: Class) -> Shared:
        if made not in self._made:
            self._made[made] = Shared(component(made))
        return self._made[made]


def component(made: Class) -> Json:
    if isinstance(made, Page):
        return _page(made)
    if isinstance(made, Enum):
        values = [member.value for member in made.members]
        kind = "integer" if all(isinstance(value, int) for value in values) else "string"
        return _told(made.description) | {"type": "string" if not values else kind, "enum": values}
    closed = {"additionalProperties": False} if made.closed else {}
    return _told(made.description) | record(made.fields) | closed


def record(fields: Iterable[Field]) -> Json:
    """An object by its fields. What has a default, or may be left out, is not required."""
    listed = list(fields)
    properties = {field.wire: property_of(field) for field in listed}
    required = [field.wire for field in listed if field.required]
    return {"type": "object", "properties": properties} | ({"required": required} if required else {})


def property_of(field: Field) -> Json:
    found = schema(field.type, field.limits)
    return described(field, nullable(found) if field.nullable else found)


def _page(page: Page) -> Json:
    following = nullable({"type": "string"}) | {"default": None}
    properties = {"items": schema(List(page.item)), "next": following}
    return {"type": "object", "properties": properties, "required": ["items"]}


def _told(description: str | None) -> Json:
    return {"description": description} if description else {}


def _class(type_: Type) -> tuple[str, Class] | None:
    if isinstance(type_, Page):
        return page_name(type_), type_
    if isinstance(type_, Ref) and not isinstance(type_.target, NamedType):
        return type_.target.name.text, type_.target
    return None


def _inside(type_: Type) -> list[Type]:
    match type_:
        case List(item) | Set(item) | Nullable(item) | Page(item):
            return [item]
        case Dict(key, value):
            return [key, value]
        case Union(arms):
            return list(arms)
        case Ref(NamedType() as target):
            return [target.type]
        case Ref(Model() | Variant() as target):
            return [field.type for field in target.fields]
    return []
