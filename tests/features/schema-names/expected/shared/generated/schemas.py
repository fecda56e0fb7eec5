# Made by `autogen generate` from shared/spec/models.yaml. Edit that, not this file.
"""Models that services share."""

import builtins as _builtins
import datetime as _dt
import decimal as _decimal
import uuid as _uuid
from enum import IntEnum
from enum import StrEnum as _StrEnum
from typing import Annotated as _Annotated
from typing import Literal as _Literal
from typing import TypeAlias as _TypeAlias

from framework.runtime import types as _t
from framework.runtime.model import Model as _Model
from pydantic import MISSING as _MISSING
from pydantic import ConfigDict as _ConfigDict
from pydantic import Field as _Field


class ResponseStatus(_StrEnum):
    X = "x"


class StrEnumB(_StrEnum):
    Q = "q"


@_t.described("  begins with blanks")
class Color(_StrEnum):
    """begins with blanks"""

    RED = "red"
    BLUE = "blue"


_Color_ = Color


class TypeAlias(IntEnum):
    A = 1
    B = 2


Slug: _TypeAlias = _Annotated[_builtins.str, _t.TextRule(max_length=3)]
_Slug_ = Slug


class Author(_Model):
    name: _t.Text


_Author_ = Author


class Field(_Model):
    date: _t.Date | None = None
    datetime: _t.DateTime | None = None
    list: _builtins.list[_t.Text] | None = None
    int: _Annotated[_builtins.int, _t.IntRule(ge=1)] | None = None
    str: _Annotated[_builtins.str, _t.TextRule(max_length=5)] | None = None
    float: _Annotated[_builtins.float, _t.FloatRule(ge=1.0)] | None = None
    bytes: _Annotated[_builtins.bytes, _t.BytesRule(max_length=4)] | None = None
    bool: _t.Bool | None = None
    uuid: _t.Uuid = _uuid.UUID("00000000-0000-0000-0000-000000000000")
    t: _t.Int | None = None
    dt: _t.Time = _dt.time(12, 30)
    decimal: _Annotated[_decimal.Decimal, _t.DecimalRule(ge="0")] = _decimal.Decimal("1.5")
    day: _t.Date = _dt.date(2026, 1, 2)
    Annotated: _t.Int | None = None
    Author: _Author_ | None = None
    others: _builtins.list[_Author_] = _Field(default=[_Author_(name="x")])
    Color: _Color_ = _Color_.RED
    MISSING: _t.Int | _MISSING = _MISSING
    Slug: _Slug_ | None = None
    other_slug: _Slug_ | None = None
    Literal: _Literal["c"] | None = None
    set: _Annotated[_builtins.list[_t.Int], _t.Items(unique=True)] | None = None


class FieldUpdate(_Model):
    date: _t.Date | _MISSING | None = _MISSING
    datetime: _t.DateTime | _MISSING | None = _MISSING
    list: _builtins.list[_t.Text] | _MISSING | None = _MISSING
    int: _Annotated[_builtins.int, _t.IntRule(ge=1)] | _MISSING | None = _MISSING
    str: _Annotated[_builtins.str, _t.TextRule(max_length=5)] | _MISSING | None = _MISSING
    float: _Annotated[_builtins.float, _t.FloatRule(ge=1.0)] | _MISSING | None = _MISSING
    bytes: _Annotated[_builtins.bytes, _t.BytesRule(max_length=4)] | _MISSING | None = _MISSING
    bool: _t.Bool | _MISSING | None = _MISSING
    uuid: _t.Uuid | _MISSING = _MISSING
    t: _t.Int | _MISSING | None = _MISSING
    dt: _t.Time | _MISSING = _MISSING
    decimal: _Annotated[_decimal.Decimal, _t.DecimalRule(ge="0")] | _MISSING = _MISSING
    day: _t.Date | _MISSING = _MISSING
    Annotated: _t.Int | _MISSING | None = _MISSING
    Author: _Author_ | _MISSING | None = _MISSING
    others: _builtins.list[_Author_] | _MISSING = _MISSING
    Color: _Color_ | _MISSING = _MISSING
    MISSING: _t.Int | _MISSING = _MISSING
    Slug: _Slug_ | _MISSING | None = _MISSING
    other_slug: _Slug_ | _MISSING | None = _MISSING
    Literal: _Literal["c"] | _MISSING | None = _MISSING
    set: _Annotated[_builtins.list[_t.Int], _t.Items(unique=True)] | _MISSING | None = _MISSING


class Response(_Model):
    a: Field
    status: ResponseStatus


class Literal(_Model):
    b: _Annotated[_Literal[1, 2, "x"], _t.Whole()]


_Literal_ = Literal


class Annotated(_Model):
    f: _Literal_


_Annotated_ = Annotated


class Model(_Model):
    m: _Annotated_


class Any(_Model):
    b: _t.Json


class MISSING(_Model):
    b: _t.Int | _MISSING = _MISSING


_MISSING_ = MISSING


class ConfigDict(_Model):
    """begins with blanks"""

    model_config = _ConfigDict(json_schema_extra={"description": "  begins with blanks"})
    b: Model | None


class StrEnum(_Model):
    b: StrEnumB = StrEnumB.Q
