"""The reference of the language as Markdown, printed from the shapes, the scalars and the layout of a workspace.

A key that is added to a shape stands here without anyone writing it down a second time.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from framework.scalars import ROWS as SCALARS
from framework.source.layout import LATER
from framework.spec import FILES
from framework.spec.field import Limits
from framework.spec.kinds import ROWS as KINDS
from framework.spec.schemas import NESTED, Schema, document
from framework.spec.shape import Shape
from framework.spec.words import EXPRESSIONS

RULES = """\
A workspace is a folder of YAML files. Each is a mapping of the keys below; a key that is not listed is an error.

- YAML 1.2 core scalars: `on`, `off`, `yes` and `no` are text, `012` is twelve, dates and times are text. Booleans are
  `true` and `false`, null is `null`, `~` or nothing at all, each also capitalised or in capitals. A value is never
  converted: text stays text.
- UTF-8, at most 4 MiB, at most 64 levels deep, one document, no tags, no merge keys, no key twice.
- Names are ASCII identifiers and no words of Python; models, enums and named types are PascalCase.
- A file may be empty, and `.yml` is read like `.yaml`."""

PLAIN = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "nothing",
    "object": "mapping",
    "array": "list",
}
LINKED = {"Type": "[type expression](#type-expressions)", "NestedType": "nested type"}


def markdown() -> str:
    """The whole page."""
    blocks = ["# The language", RULES, *_files(), *_keys(), *_types(), *_constraints(), *_later()]
    return "\n\n".join(blocks) + "\n"


def _files() -> Iterator[str]:
    yield "## Files"
    yield _table(("File", "Holds"), ((_code(*row.paths), row.doc) for row in KINDS))


def _keys() -> Iterator[str]:
    """A section for each kind of file, and one for each mapping inside where it is met first."""
    told: set[str] = set()
    for row in KINDS:
        page = document(row.name)
        yield f"## `{row.paths[0].rsplit('/', 1)[-1]}`"
        yield f"{row.doc[:1].upper()}{row.doc[1:]}."
        yield _shape(page)
        for name, part in page["$defs"].items():
            if name not in told and name not in LINKED:
                told.add(name)
                yield f"### {name}"
                yield _shape(part)


def _shape(part: Schema) -> str:
    """The keys of a mapping. Constraints have a table of their own, for four mappings take them."""
    limits = set(Limits.model_fields)
    own = {name: value for name, value in part["properties"].items() if name not in limits}
    rows = ((f"`{name}`", *_cells(name, value, part)) for name, value in own.items())
    blocks = [_table(("Key", "Value", "Default", "Meaning", "Example"), rows)]
    blocks += [_choices(name, value) for name, value in own.items() if _choices(name, value)]
    if limits <= set(part["properties"]):
        blocks.append("And the [constraints](#constraints).")
    return "\n\n".join(blocks)


def _choices(name: str, value: Schema) -> str:
    """What each word of a fixed set means."""
    for place in (value, value.get("items", {}), value.get("additionalProperties", {})):
        if isinstance(place, dict) and "oneOf" in place:
            words = "; ".join(f"`{word['const']}` {word['description']}" for word in place["oneOf"])
            return f"`{name}`: {words}."
    return ""


def _cells(name: str, value: Schema, part: Schema) -> tuple[str, str, str, str]:
    if name in part.get("required", ()):
        default = "required"
    else:
        default = _sample(value["default"]) if "default" in value else ""
    return _words(value), default, value["description"], _sample(value["examples"][0])


def _words(value: Schema) -> str:
    """What a value is, as one would say it. That most keys may be left empty is not worth a word."""
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[-1]
        return LINKED.get(name, f"[{name}](#{name.lower()})")
    if "anyOf" in value:
        kinds = dict.fromkeys(_words(kind) for kind in value["anyOf"] if kind.get("type") != "null")
        return " or ".join(kinds)
    if "oneOf" in value:
        return ", ".join(f"`{word['const']}`" for word in value["oneOf"])
    if "const" in value:
        return f"`{value['const']}`"
    given = value.get("type", [])
    kinds_ = [kind for kind in ([given] if isinstance(given, str) else given) if kind != "null"]
    if kinds_ == ["array"]:
        return f"list of {_words(value['items'])}"
    if kinds_ == ["object"] and isinstance(value.get("additionalProperties"), dict):
        return f"names, each with {_words(value['additionalProperties'])}"
    return " or ".join(PLAIN[kind] for kind in kinds_) or "any value"


def _types() -> Iterator[str]:
    yield "## Type expressions"
    yield _table(("Form", "Meaning", "Example"), ((form, doc, f"`{sample}`") for form, doc, sample in EXPRESSIONS))
    homes = ", ".join(f"[{home}](#{home.lower()})" for home in NESTED)
    yield (
        f"The older spelling as a mapping is read too, at {homes}: "
        "`{type: list, of: T}`, `{type: set, of: T}`, "
        "`{type: dict, key: K, value: V}`, `{type: optional, of: T}`, `{type: enum, values: […]}`. `str` is read as "
        "`string`."
    )
    yield "### Scalars"
    rows = ((f"`{row.name}`", row.doc, row.json_type or "any", _yes(row.key), _yes(row.param)) for row in SCALARS)
    yield _table(("Type", "Meaning", "JSON", "Key of a dict", "Parameter"), rows)


def _constraints() -> Iterator[str]:
    yield "## Constraints"
    yield "A constraint that does not fit the type is an error. A named type takes those of what it names."
    rows = (
        (f"`{name}`", info.description or "", _takers(name), _sample((info.examples or [""])[0]))
        for name, info in Limits.model_fields.items()
    )
    yield _table(("Key", "Meaning", "Fits", "Example"), rows)


def _takers(name: str) -> str:
    """The types that take a constraint."""
    scalars = [f"`{row.name}`" for row in SCALARS if name in row.limits]
    return ", ".join(scalars) or ("`list`" if name == "unique_items" else "`list`, `set`, `dict`")


def _later() -> Iterator[str]:
    yield "## Not supported yet"
    yield "These belong to the language and are refused with their own words until a version builds them."
    rows = [("a workspace", _code(*(f"{name}.yaml" for name in LATER)))]
    rows += [(_title(shape), _code(*sorted(shape.LATER))) for shape in _shapes() if shape.LATER]
    yield _table(("In", "Not yet"), rows)


def _shapes() -> Iterator[type[Shape]]:
    """Every shape, files first, each once."""
    waiting: list[Any] = list(FILES.values())
    for shape in waiting:
        yield shape
        for info in shape.model_fields.values():
            waiting += [inner for inner in _inside(info.annotation) if inner not in waiting]


def _inside(annotation: Any) -> list[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return [annotation]
    return [inner for part in getattr(annotation, "__args__", ()) for inner in _inside(part)]


def _title(shape: type[Shape]) -> str:
    for kind, file in FILES.items():
        if file is shape:
            return f"`{kind}` files"
    return f"[{shape.__name__}](#{shape.__name__.lower()})"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _sample(value: object) -> str:
    return f"`{_flow(value)}`"


def _flow(value: object) -> str:
    """A value as one would write it on a line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z][\w .-]*", value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _code(*words: str) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _yes(flag: bool) -> str:
    return "yes" if flag else ""
