"""Controllers that answer every request with something that its operation may answer, and forget what was deleted."""

import json
import random
import uuid
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from fastapi import HTTPException
from hypothesis import find
from hypothesis import strategies as st
from pydantic import TypeAdapter

CHANCE = random.Random(0)
FORMATS: dict[str, Callable[[], str]] = {
    "uuid": lambda: str(uuid.UUID(int=CHANCE.getrandbits(128), version=4)),
    "date": lambda: "2026-01-31",
    "date-time": lambda: "2026-01-31T12:30:00Z",
    "duration": lambda: "P1DT2H0M0S",
}


def controller(protocol: type, service: str, domain: str) -> type:
    """A class with every method of a protocol."""
    text = Path(f"services/{service}/src/generated/openapi.json").read_text(encoding="utf-8")
    paths = json.loads(text)["paths"]
    known = {one["operationId"]: (method, one) for path in paths.values() for method, one in path.items()}
    gone: set[tuple[str, ...]] = set()
    methods = {}
    for name in getattr(protocol, "__abstractmethods__", ()):
        http, one = known.get(name) or known.get(f"{domain}_{name}") or ("", {})
        ids = [param["name"] for param in one.get("parameters", ()) if param["in"] == "path"]
        output = get_type_hints(getattr(protocol, name), include_extras=True)["return"]
        methods[name] = _method(output, http == "delete", ids, gone)
    return type(protocol.__name__.removesuffix("Protocol"), (protocol,), methods)


def _method(output: Any, deletes: bool, ids: list[str], gone: set[tuple[str, ...]]) -> Callable[..., Any]:
    adapter = TypeAdapter(output)
    schema = adapter.json_schema(by_alias=True)

    async def method(self: object, **given: Any) -> Any:
        place = tuple(str(given[name]) for name in ids)
        if any(place[:size] in gone for size in range(1, len(place) + 1)):
            raise HTTPException(404)
        if deletes:
            gone.add(place)
        return adapter.validate_python(value(schema, schema.get("$defs", {}))) if output is not type(None) else None

    return method


def value(schema: dict[str, Any], named: dict[str, Any]) -> Any:
    """The plainest value of a schema: what may be left out is left out."""
    if "$ref" in schema:
        return value(named[schema["$ref"].rpartition("/")[2]], named)
    for key in ("const", "examples", "enum"):
        if key in schema:
            return schema[key] if key == "const" else schema[key][0]
    for key in ("anyOf", "oneOf"):
        if key in schema and "pattern" not in schema:
            return value(schema[key][-1], named)
    return KINDS[schema.get("type", "null")](schema, named)


def _object(schema: dict[str, Any], named: dict[str, Any]) -> Any:
    required = schema.get("required", ())
    found = {name: value(item, named) for name, item in schema.get("properties", {}).items() if name in required}
    while len(found) < schema.get("minProperties", 0):
        found[value(schema["propertyNames"], named)] = value(schema["additionalProperties"], named)
    return found


def _number(schema: dict[str, Any], named: dict[str, Any]) -> Any:
    low = schema.get("minimum", schema.get("exclusiveMinimum", 0))
    high = schema.get("maximum", schema.get("exclusiveMaximum", low + 2))
    step = schema.get("multipleOf", 1)
    return (
        step if low < step < high else (max(low, high - 2) + high) / 2 if "exclusiveMinimum" in schema else max(low, 0)
    )


def _text(schema: dict[str, Any], named: dict[str, Any]) -> str:
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]]()
    return _matching(schema["pattern"], schema.get("minLength", 0))


@cache
def _matching(pattern: str, least: int) -> str:
    return find(st.from_regex(pattern, fullmatch=True), lambda text: len(text) >= least and "\n" not in text)


KINDS: dict[str, Callable[[dict[str, Any], dict[str, Any]], Any]] = {
    "object": _object,
    "array": lambda schema, named: [value(schema["items"], named) for _ in range(schema.get("minItems", 0))],
    "integer": _number,
    "number": _number,
    "string": _text,
    "boolean": lambda schema, named: True,
    "null": lambda schema, named: None,
}
