"""Defaults and examples as expressions of Python: what YAML writes as a text becomes a date, a decimal, a member."""

import base64
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from framework.emit.languages import Snippet, python_literal
from framework.emit.python.annotations import SHORT
from framework.emit.python.imports import Imports
from framework.emit.python.narrowing import narrowed
from framework.ir import (
    Dict,
    Enum,
    List,
    Literal,
    Model,
    NamedType,
    Nullable,
    Page,
    Ref,
    Scalar,
    Set,
    Type,
    Union,
    Variant,
)
from framework.ir.field import NO_LIMITS
from framework.lower.accept import misfit

_DURATION = re.compile(
    r"(?P<sign>[-+])?P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)(?:\.(?P<part>\d{1,6})\d*)?S)?)?\Z"
)
_UNITS = {"years": 365 * 86400, "months": 30 * 86400, "weeks": 7 * 86400, "days": 86400, "hours": 3600, "minutes": 60,
          "seconds": 1}  # fmt: skip
"""A year and a month as the runtime counts them, in seconds."""


def value(type_: Type, raw: Any, imports: Imports) -> Snippet:
    """A value of YAML, which the compiler found to fit the type, as an expression of the type's own kind."""
    return Snippet(_value(type_, raw, imports))


def mutable(raw: Any) -> bool:
    return isinstance(raw, list | dict)


def _value(type_: Type, raw: Any, imports: Imports) -> str:
    if raw is None:
        return "None"
    match type_:
        case Scalar():
            return SCALARS[type_.name](raw, imports)
        case Ref(target):
            return _declared(target, raw, imports)
        case List(item) | Set(item) | Page(item):
            return f"[{', '.join(_value(item, one, imports) for one in raw)}]"
        case Dict(key, item):
            pairs = (f"{_key(key, name, imports)}: {_value(item, one, imports)}" for name, one in raw.items())
            return "{" + ", ".join(pairs) + "}"
        case Nullable(item):
            return _value(item, raw, imports)
        case Union(arms):
            return _value(next(arm for arm in arms if misfit(raw, arm) is None), raw, imports)
        case Literal():
            return python_literal(raw)


def _key(type_: Type, raw: Any, imports: Imports) -> str:
    """Keys of JSON are text, also where they are numbers."""
    base, _ = narrowed(type_, NO_LIMITS)
    whole = isinstance(base, Scalar) and base.name == "int"
    return _value(type_, int(raw) if whole else raw, imports)


def _declared(target: Model | Variant | Enum | NamedType, raw: Any, imports: Imports) -> str:
    if isinstance(target, NamedType):
        return _value(target.type, raw, imports)
    own = imports.declared(target)
    if isinstance(target, Enum):
        return f"{own}.{next(one.name for one in target.members if str(one.value) == str(raw))}"
    known = {field.wire: field for field in target.fields}
    given = (f"{known[wire].name}={_value(known[wire].type, one, imports)}" for wire, one in raw.items())
    return f"{own}({', '.join(given)})"


def _module(imports: Imports, path: str) -> str:
    return imports.module(path, SHORT.get(path, ""))


def _literal(raw: Any, imports: Imports) -> str:
    return python_literal(raw)


def _float(raw: Any, imports: Imports) -> str:
    return repr(float(raw))


def _decimal(raw: Any, imports: Imports) -> str:
    return f'{_module(imports, "decimal")}.Decimal("{Decimal(str(raw)):f}")'


def _uuid(raw: Any, imports: Imports) -> str:
    return f"{_module(imports, 'uuid')}.UUID({python_literal(raw)})"


def _bytes(raw: Any, imports: Imports) -> str:
    found = base64.b64decode(raw)
    return 'b"' + "".join(_byte(one) for one in found) + '"'


def _byte(one: int) -> str:
    return f"\\{chr(one)}" if chr(one) in '"\\' else chr(one) if 32 <= one < 127 else f"\\x{one:02x}"


def _date(raw: Any, imports: Imports) -> str:
    found = date.fromisoformat(raw)
    return f"{_module(imports, 'datetime')}.date({found.year}, {found.month}, {found.day})"


def _time(raw: Any, imports: Imports) -> str:
    found = time.fromisoformat(raw)
    return f"{_module(imports, 'datetime')}.time({', '.join(_clock(found, imports))})"


def _datetime(raw: Any, imports: Imports) -> str:
    found = datetime.fromisoformat(raw)
    day = (str(found.year), str(found.month), str(found.day))
    return f"{_module(imports, 'datetime')}.datetime({', '.join((*day, *_clock(found.timetz(), imports, found)))})"


def _clock(found: time, imports: Imports, moment: datetime | None = None) -> list[str]:
    parts = [found.hour, found.minute, found.second, found.microsecond]
    while len(parts) > (1 if moment is None else 2) and not parts[-1]:
        parts.pop()
    offset = (moment or found).utcoffset()
    return [*map(str, parts), *([] if offset is None else [f"tzinfo={_zone(offset, imports)}"])]


def _zone(offset: timedelta, imports: Imports) -> str:
    module = _module(imports, "datetime")
    return f"{module}.timezone({_span(offset, module)})" if offset else f"{module}.UTC"


def _duration(raw: Any, imports: Imports) -> str:
    found = _DURATION.match(raw)
    if found is None:
        raise ValueError(f"{raw!r} is no duration")
    seconds = sum(int(found[name] or 0) * size for name, size in _UNITS.items())
    length = timedelta(seconds=seconds, microseconds=int((found["part"] or "0").ljust(6, "0")))
    return _span(-length if found["sign"] == "-" else length, _module(imports, "datetime"))


def _span(length: timedelta, module: str) -> str:
    given = (("days", length.days), ("seconds", length.seconds), ("microseconds", length.microseconds))
    return f"{module}.timedelta({', '.join(f'{name}={size}' for name, size in given if size)})"


SCALARS: dict[str, Callable[[Any, Imports], str]] = {
    "int": _literal, "float": _float, "decimal": _decimal, "string": _literal, "bool": _literal, "bytes": _bytes,
    "uuid": _uuid, "date": _date, "time": _time, "datetime": _datetime, "duration": _duration, "email": _literal,
    "url": _literal, "json": _literal, "any": _literal,
}  # fmt: skip
