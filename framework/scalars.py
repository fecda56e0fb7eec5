"""The scalar types of the language. A leaf: the compiler and the runtime both read it, and neither adds to it."""

from dataclasses import dataclass
from typing import Literal

Family = Literal["number", "text", "bytes", "time", "other"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """`python` names the type as `module.name`, or alone for a builtin. `key` says whether it can be the key of a
    dict, `param` whether it can be written into a URL or a header."""

    name: str
    python: str
    json_type: str | None
    json_format: str | None
    family: Family
    limits: frozenset[str]
    key: bool
    param: bool
    doc: str


_BOUNDS = frozenset({"ge", "gt", "le", "lt"})
_LENGTHS = frozenset({"min_length", "max_length"})
_NONE: frozenset[str] = frozenset()

ROWS = (
    Scalar("int", "int", "integer", None, "number", _BOUNDS | {"multiple_of"}, True, True,
           "a whole number; 64 bits unless bounds say otherwise"),
    Scalar("float", "float", "number", None, "number", _BOUNDS, False, True,
           "a number of double precision; neither infinite nor NaN"),
    Scalar("decimal", "decimal.Decimal", "string", None, "number", _BOUNDS | {"multiple_of", "digits", "places"},
           False, True, "an exact decimal number; text on the wire"),
    Scalar("string", "str", "string", None, "text", _LENGTHS | {"pattern"}, True, True,
           "text that UTF-8 can hold, without NUL"),
    Scalar("bool", "bool", "boolean", None, "other", _NONE, False, True, "true or false"),
    Scalar("bytes", "bytes", "string", None, "bytes", _LENGTHS, False, True, "bytes; base64 on the wire"),
    Scalar("uuid", "uuid.UUID", "string", "uuid", "other", _NONE, True, True, "a UUID"),
    Scalar("date", "datetime.date", "string", "date", "time", _NONE, True, True, "a day: 2026-01-31"),
    Scalar("time", "datetime.time", "string", "time", "time", _NONE, False, True, "a time of the day: 12:30:00"),
    Scalar("datetime", "datetime.datetime", "string", "date-time", "time", _NONE, True, True,
           "a moment with its offset: 2026-01-31T12:30:00Z"),
    Scalar("duration", "datetime.timedelta", "string", "duration", "time", _NONE, False, True,
           "a length of time as ISO 8601 writes it: P1DT2H"),
    Scalar("email", "str", "string", None, "text", _LENGTHS, True, True, "an e-mail address"),
    Scalar("url", "str", "string", "uri", "text", _LENGTHS, True, True, "an absolute URL"),
    Scalar("json", "typing.Any", None, None, "other", _NONE, False, False, "any JSON value"),
    Scalar("any", "typing.Any", None, None, "other", _NONE, False, False, "any value"),
)  # fmt: skip

SCALARS = {row.name: row for row in ROWS}

SYNONYMS = {
    "integer": "int", "int32": "int", "int64": "int", "long": "int", "number": "float", "double": "float",
    "text": "string", "boolean": "bool", "timestamp": "datetime", "date-time": "datetime", "timedelta": "duration",
    "uri": "url", "binary": "bytes", "guid": "uuid", "object": "json", "float64": "float", "array": "list",
    "map": "dict", "mapping": "dict", "numeric": "decimal", "varchar": "string",
}  # fmt: skip
"""Words of other languages, for the hint of an unknown type. `str` is not among them: it is read as `string`."""
