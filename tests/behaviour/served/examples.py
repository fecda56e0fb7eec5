"""Values that a JSON Schema allows, and controllers that answer with nothing else.

Copied into the workspace under test, for it is read there by a process that knows nothing of this repository.
"""

import inspect
import json
import re
from functools import cache
from typing import Any, get_type_hints

from hypothesis import find, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

Schema = dict[str, Any]
FORMATS = {
    "uuid": "0b3b1c1e-6f0f-4b7c-9a57-1f1f0a1d2c3e",
    "date": "2026-01-31",
    "time": "12:30:00",
    "date-time": "2026-01-31T12:30:00Z",
    "duration": "P1DT2H",
    "uri": "https://example.com/a",
}


def example(schema: Schema, root: Schema) -> Any:
    """One value that the schema allows; `root` is the document that its references point into."""
    if "$ref" in schema:
        return example(_at(root, schema["$ref"]), root)
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return example(_plainest(schema[key]), root)
    for key in ("default", "const"):
        if key in schema:
            return schema[key]
    if schema.get("examples") or "enum" in schema:
        return (schema.get("examples") or schema["enum"])[0]
    return MAKERS[schema.get("type", "any")](schema, root)


def controller(protocol: type) -> type:
    """A controller whose every method answers with an example of what it returns."""
    methods = {name: _answering(getattr(protocol, name)) for name in protocol.__abstractmethods__}  # type: ignore[attr-defined]  # every protocol of ours has abstract methods
    return type(protocol.__name__.removesuffix("Protocol"), (protocol,), methods)


def _answering(method: Any) -> Any:
    output = get_type_hints(method, include_extras=True)["return"]
    adapter = TypeAdapter[Any](output)
    schema = adapter.json_schema(mode="serialization")
    written = json.dumps(None if output is type(None) else example(schema, schema))

    async def answer(self: object, **given: object) -> Any:
        return adapter.validate_json(written)

    answer.__signature__ = inspect.signature(method)  # type: ignore[attr-defined]  # functions have room for it
    return answer


def _at(root: Schema, reference: str) -> Schema:
    found = root
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def _plainest(arms: list[Schema]) -> Schema:
    """Not null, where something else is allowed."""
    return next((arm for arm in arms if arm.get("type") != "null"), arms[0])


def _object(schema: Schema, root: Schema) -> Any:
    known, required = schema.get("properties", {}), schema.get("required", [])
    made = {name: example(known[name], root) for name in required}
    if schema.get("minProperties", 0) > len(made):
        made["a"] = example(schema["additionalProperties"], root)
    return made


def _array(schema: Schema, root: Schema) -> Any:
    return [example(schema["items"], root) for _ in range(schema.get("minItems", 0))]


def _integer(schema: Schema, root: Schema) -> Any:
    low = schema.get("minimum", schema.get("exclusiveMinimum", -1) + 1)
    step = schema.get("multipleOf", 1)
    return max(-(-low // step) * step, min(0, schema.get("maximum", 0)))


def _number(schema: Schema, root: Schema) -> Any:
    return schema.get("minimum", schema.get("exclusiveMinimum", 0) + 0.5)


def _string(schema: Schema, root: Schema) -> Any:
    if "format" in schema:
        return FORMATS[schema["format"]]
    return _matching(schema.get("pattern", "^[a-z]*$"), schema.get("minLength", 0), schema.get("maxLength", 200))


@cache
def _matching(pattern: str, shortest: int, longest: int) -> str:
    """A usual text, where one fits, for Hypothesis needs its time to find an address or a number in decimals."""
    usual = ("a", "en", "EU", "ada@example.com", "https://example.com/a", "1", "12.50", "aGVsbG8=", "a" * shortest)
    for text in usual:
        if re.search(pattern, text) and shortest <= len(text) <= longest:
            return text
    found: str = find(
        st.from_regex(pattern).filter(lambda text: text.isascii() and text.isprintable()),
        lambda text: shortest <= len(text) <= longest,
        settings=settings(database=None, derandomize=True),
    )
    return found


MAKERS: dict[str, Any] = {
    "object": _object,
    "array": _array,
    "integer": _integer,
    "number": _number,
    "string": _string,
    "boolean": lambda schema, root: True,
    "null": lambda schema, root: None,
    "any": lambda schema, root: {"any": 1},
}
