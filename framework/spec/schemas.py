"""JSON Schemas of the spec files, for editors: made from the shapes, so that neither can say what the other does not.

They are of draft 2020-12 and use nothing that a reader of draft-07 would take in another way. What Pydantic writes is
reduced to what a person wants to see in a tooltip; then the shorter and older spellings are let in, which `forms`
rewrites before the shapes are asked.
"""

import json
import re
from collections.abc import Callable
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from framework.scalars import ROWS
from framework.spec import FILES
from framework.spec.kinds import KINDS
from framework.spec.spellings import FORMS
from framework.spec.words import MEANINGS

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = ".autogen/schemas"

CLASS = "^[A-Z][A-Za-z0-9]*$"
SUFFIX = "^[A-Za-z0-9]+$"
VARIABLE = "^[A-Z][A-Z0-9_]*$"
IDENTIFIER = "^[A-Za-z][A-Za-z0-9_]*$"
SLUG = "^[a-z][a-z0-9_]*$"

NESTED = ("Field", "NamedType", "Detail")
"""Where a type may be a mapping, as it was in the predecessor."""

NAMED = {
    ("models", "models"): CLASS, ("models", "enums"): CLASS, ("models", "types"): CLASS,
    ("Model", "fields"): IDENTIFIER, ("Model", "variants"): SUFFIX,
    ("domain", "operations"): IDENTIFIER, ("events", "events"): IDENTIFIER,
    ("service", "settings"): VARIABLE, ("errors", "errors"): IDENTIFIER, ("Error", "detail"): IDENTIFIER,
}  # fmt: skip
"""The mappings whose keys are names of the author's, and what such a name looks like."""

SPELLED = {("Service", "name"): SLUG, ("Param", "name"): IDENTIFIER}
HIDDEN = frozenset({("Events", "message_model"), ("services", "version")})
"""Keys of the predecessor without effect: accepted, and shown as deprecated."""


class Unsorted(GenerateJsonSchema):
    """Keeps the order of the shapes, which is the order in which a person thinks of the keys."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        return value


def export() -> dict[str, str]:
    """A schema for every kind of file, by the name of the schema's file."""
    return {
        f"{kind}.json": json.dumps(document(kind), indent=2, ensure_ascii=False, allow_nan=False) + "\n"
        for kind in FILES
    }


def document(kind: str) -> Schema:
    """The schema of one kind of file. An empty file declares nothing and is valid."""
    raw = FILES[kind].model_json_schema(schema_generator=Unsorted)
    parts = {name: _shape(name, part) for name, part in raw.pop("$defs", {}).items()}
    root = _shape(kind, raw)
    for (home, key), loosen in LOOSE.items():
        owner = root if home == kind else parts.get(home)
        if owner is not None:
            owner["properties"][key] = loosen(owner["properties"].get(key, {}))
    row = KINDS[kind]
    return {
        "$schema": DRAFT,
        "title": row.paths[0].rsplit("/", 1)[-1],
        "description": f"{row.doc[:1].upper()}{row.doc[1:]}.",
        **root,
        "type": ["object", "null"],
        "$defs": _reached(root, parts | {"Type": _expressions(), "NestedType": _nested()}),
    }


def _shape(home: str, raw: Schema) -> Schema:
    """A mapping of fixed keys."""
    made: Schema = {"type": "object", "additionalProperties": False, "properties": {}}
    for name, value in raw.get("properties", {}).items():
        made["properties"][name] = _key(home, name, value)
    if "required" in raw:
        made["required"] = raw["required"]
    return made


def _key(home: str, name: str, raw: Schema) -> Schema:
    """A key with its words: what it is for, an example, and a default where one says something."""
    default = raw.get("default")
    made: Schema = {"description": raw["description"], **_value(raw)}
    if default is not None and default != [] and default != {}:
        made["default"] = default
    if (home, name) in NAMED:
        made["propertyNames"] = {"pattern": NAMED[home, name]}
    if (home, name) in SPELLED:
        made["pattern"] = SPELLED[home, name]
    if (home, name) in HIDDEN:
        made["deprecated"] = True
    made["examples"] = raw["examples"]
    return made


def _value(raw: Schema) -> Schema:
    if "anyOf" in raw:
        return _either([_value(part) for part in raw["anyOf"]])
    if "enum" in raw:
        return {"oneOf": [_word(word) for word in raw["enum"]]}
    made: Schema = {word: raw[word] for word in ("$ref", "type", "const") if word in raw}
    if "items" in raw:
        made["items"] = _value(raw["items"])
    if isinstance(raw.get("additionalProperties"), dict):
        made["additionalProperties"] = _value(raw["additionalProperties"])
    return made


def _either(parts: list[Schema]) -> Schema:
    """`string or null` is a list of types; what is more than a type stays apart."""
    if len(parts) == 2 and parts[1] == {"type": "null"} and isinstance(parts[0].get("type"), str):
        return {**parts[0], "type": [parts[0]["type"], "null"]}
    flat: list[Schema] = []
    for part in parts:
        flat += part["anyOf"] if set(part) == {"anyOf"} else [part]
    return {"anyOf": flat}


def _word(word: str) -> Schema:
    return {"const": word, "description": MEANINGS[word]}


# -- the spellings that `forms` rewrites -------------------------------------------------------------------------


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _type(raw: Schema) -> Schema:
    return {**_without(raw, "type"), "anyOf": [_ref("Type"), _ref("NestedType")]}


def _plain_type(raw: Schema) -> Schema:
    return {**_without(raw, "type"), **_ref("Type")}


def _typed_entries(raw: Schema) -> Schema:
    """The type alone stands for a mapping with nothing but `type`."""
    return {**raw, "additionalProperties": {"anyOf": [_ref("Type"), raw["additionalProperties"]]}}


def _empty_entries(raw: Schema) -> Schema:
    return {**raw, "additionalProperties": {"anyOf": [raw["additionalProperties"], {"type": "null"}]}}


def _one_or_more(raw: Schema) -> Schema:
    return {**_without(raw, "type", "items"), "anyOf": [{"type": "string"}, {"type": "array", "items": raw["items"]}]}


def _named_items(raw: Schema) -> Schema:
    return {**raw, "items": {"anyOf": [{"type": "string", "pattern": IDENTIFIER}, raw["items"]]}}


def _config(_: Schema) -> Schema:
    return {
        "description": "the older place of `rest`",
        "type": "object",
        "additionalProperties": False,
        "properties": {"rest": _described("what the operations share", {"prefix": "/books"}, _ref("DomainRest"))},
        "deprecated": True,
        "examples": [{"rest": {"prefix": "/books"}}],
    }


LOOSE: dict[tuple[str, str], Callable[[Schema], Schema]] = {
    **{(home, "type"): _type for home in NESTED},
    ("Param", "type"): _plain_type,
    ("Setting", "type"): _plain_type,
    ("models", "types"): _typed_entries,
    ("Model", "fields"): _typed_entries,
    ("Error", "detail"): _typed_entries,
    ("service", "settings"): _typed_entries,
    ("Model", "variants"): _empty_entries,
    ("Model", "extends"): _one_or_more,
    ("Operation", "params"): _named_items,
    ("domain", "config"): _config,
}


def _without(raw: Schema, *keys: str) -> Schema:
    return {key: value for key, value in raw.items() if key not in keys}


def _described(doc: str, example: object, schema: Schema) -> Schema:
    return {"description": doc, **schema, "examples": [example]}


def _mapping(sample: str, word: Schema, **inner: Schema) -> Schema:
    """A mapping whose `type` is a given word."""
    properties = {"type": _described("the word of the type", sample, word), **inner}
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": list(properties)}


def _reached(root: Schema, parts: dict[str, Schema]) -> dict[str, Schema]:
    """The parts that a kind of file uses, in the order in which a reader meets them."""
    reached: dict[str, Schema] = {}
    waiting = [root]
    for schema in waiting:
        for name in re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)):
            if name not in reached:
                reached[name] = parts[name]
                waiting.append(parts[name])
    return reached


def _expressions() -> Schema:
    """The scalars by name, so that an editor offers them, and any other text: a name, a container, a union."""
    scalars = [{"const": row.name, "description": row.doc} for row in ROWS]
    return {"description": "a type expression", "anyOf": [{"oneOf": scalars}, {"type": "string", "minLength": 1}]}


def _nested() -> Schema:
    inside = {"anyOf": [_ref("Type"), _ref("NestedType")]}
    part = _described("the type inside", {"type": "string"}, inside)
    wire = {"type": "array", "items": {"type": ["string", "integer"]}}
    enum = {
        "values": _described("the wire values", ["new", "sent"], wire),
        "names": _described("the Python names of the members", ["NEW", "SENT"], {"type": ["array", "object"]}),
        "default": _described("the value of a field that was left out", "new", {}),
    }
    forms = [
        _mapping("string", {"type": "string", "not": {"enum": list(FORMS)}}),
        _mapping("list", {"enum": ["list", "set", "optional"]}, of=part),
        _mapping("dict", {"const": "dict"}, key=part, value=part),
        {
            **_mapping("enum", {"const": "enum"}, **enum),
            "required": ["type", "values"],
        },  # the rest of it may be left out
    ]
    return {"description": "a type in the older, nested spelling", "anyOf": forms}
