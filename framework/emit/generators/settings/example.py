"""What `.env.example` shows: each variable once, with its meaning, its form, its default and those who read it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from framework.emit.python.narrowing import narrowed
from framework.ir import (
    UNSET,
    Enum,
    Limits,
    List,
    Literal,
    NamedType,
    Project,
    Ref,
    Scalar,
    Service,
    Set,
    Setting,
    Type,
)
from framework.ir.field import NO_LIMITS
from framework.spec.variables import ROWS, Variable

BROUGHT = (None, "database", "cache", "storage", "broker")
"""The words of `access` that bring variables, in the order in which they are shown; None for those of every process."""


@dataclass(frozen=True, slots=True)
class Row:
    """`told` are the lines above it; `required` where it must be filled in."""

    name: str
    told: tuple[str, ...]
    value: str
    required: bool


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    rows: tuple[Row, ...]


def python(service: Service) -> bool:
    """Whether the runtime is there, and with it its variables."""
    return service.folder is not None and service.type.startswith("python")


def parts(project: Project) -> Iterator[Part]:
    users: dict[str, list[tuple[Service, Setting]]] = {}
    for service in project.services:
        for setting in service.settings:
            users.setdefault(setting.name.text, []).append((service, setting))
    for service in project.services:
        own = [users[one.name.text] for one in service.settings]
        rows = tuple(_own(found, project) for found in own if found[0][0] is service)
        if rows:
            yield Part(_title(service), rows)
    for access in BROUGHT:
        served = [service for service in project.services if python(service) and _has(service, access)]
        shown = tuple(_brought(row) for row in ROWS if row.access == access and row.name not in users)
        if served and shown:
            what = f"The {access}" if access else "Every process in Python"
            yield Part(f"{what}: {_names(served)}", shown)


def _title(service: Service) -> str:
    return f"{service.name}: {service.description}" if service.description else service.name.text


def _has(service: Service, access: str | None) -> bool:
    return access is None or access in service.access


def _own(found: Sequence[tuple[Service, Setting]], project: Project) -> Row:
    """One variable with all services that read it."""
    setting = found[0][1]
    row = next((row for row in ROWS if row.name == setting.name.text), None)
    others = [one for one in project.services if row and python(one) and _has(one, row.access)]
    served = [*(service for service, _ in found), *others]
    told = [setting.description or ""]
    told += [f"Read by {_names(served)}"] if len(served) > 1 else []
    told.append(_form(setting))
    told += [_defaults(found)] if _defaults(found) else []
    example = setting.example is not UNSET and setting.example is not None and not setting.secret
    told += [f"For example {_text(setting.example)}"] if example else []
    value = "" if setting.secret or setting.default is UNSET else _text(setting.default)
    required = any(_required(one) for _, one in found)
    return Row(setting.name.text, tuple(line for line in told if line), "" if required else value, required)


def _required(setting: Setting) -> bool:
    return setting.default is UNSET and not setting.nullable


def _defaults(found: Sequence[tuple[Service, Setting]]) -> str:
    """A word on defaults where the line itself cannot show them."""
    if any(setting.secret and setting.default is not UNSET for _, setting in found):
        return "Has a default, in dev only"
    texts = [_text(one.default) if one.default is not UNSET else "none" for _, one in found]
    if len(set(texts)) == 1:
        return ""
    return "Defaults: " + ", ".join(f"{text} in {one.name}" for text, (one, _) in zip(texts, found, strict=True))


def _brought(row: Variable) -> Row:
    return Row(row.name, (row.doc, row.type), row.default or "", required=False)


def _names(served: Sequence[Service]) -> str:
    return ", ".join(dict.fromkeys(service.name.text for service in served))


def _form(setting: Setting) -> str:
    """The type and the constraints, as the spec writes them."""
    limits = narrowed(setting.type, setting.limits)[1]
    given = (f"{name}: {_bound(value)}" for name, value in _given(limits))
    words = ["secret"] if setting.secret else []
    return ", ".join([*words, _word(setting.type), *given, *(["optional"] if setting.nullable else [])])


def _given(limits: Limits) -> Iterator[tuple[str, object]]:
    if limits != NO_LIMITS:
        pairs = ((one.name, getattr(limits, one.name)) for one in fields(limits))
        yield from ((name, value) for name, value in pairs if value is not None and value is not False)


def _bound(value: object) -> str:
    if isinstance(value, tuple):
        return " and ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else "true" if value is True else str(value)


def _word(type_: Type) -> str:
    match type_:
        case Scalar():
            return type_.name
        case Ref(NamedType() as target):
            return _word(target.type)
        case Ref(Enum() as target):
            return " | ".join(str(member.value) for member in target.members)
        case Literal(values):
            return " | ".join(map(str, values))
        case List(item) | Set(item):
            return f"list of {_word(item)}, with commas between"
    raise TypeError(f"{type_!r} is no type of a variable")


def _text(value: Any) -> str:
    """A value as one writes it into an environment."""
    if isinstance(value, list):
        items = [_text(item) for item in value]
        plain = items and all(item == item.strip() and item and "," not in item for item in items)
        return ",".join(items) if plain and not items[0].startswith("[") else json.dumps(value, ensure_ascii=False)
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    return str(value)
