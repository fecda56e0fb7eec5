"""What a name may be: it becomes an identifier of Python, a key of JSON and a word of OpenAPI, all at once."""

import builtins
import keyword
import re
from functools import cache

from framework.diagnostics import Code, Related
from framework.ir import Name
from framework.lower.draft import Draft, Taken
from framework.source import At

NOT_AN_IDENTIFIER = Code(
    "LOW010",
    "not-an-identifier",
    "'{name}' cannot be the name of {what}",
    "The name becomes an identifier of Python: ASCII letters, digits and underscores, not beginning with a digit or "
    "an underscore.",
    "rename it, for example to '{other}'",
    "# shared/spec/errors.yaml\nerrors: {title-taken: {status: 409, title: Taken}}",
    "# shared/spec/errors.yaml\nerrors: {title_taken: {status: 409, title: Taken}}",
)
KEYWORD = Code(
    "LOW011",
    "keyword-name",
    "'{name}' is a keyword of Python and cannot be the name of {what}",
    "The name becomes an identifier of Python, and this word is taken by the language itself.",
    "rename it, for example to '{other}'; a field or a parameter keeps its wire name with `alias: {name}`",
    "# shared/spec/models.yaml\nmodels: {Mail: {fields: {from: email}}}",
    "# shared/spec/models.yaml\nmodels: {Mail: {fields: {sender: {type: email, alias: from}}}}",
)
BUILTIN = Code(
    "LOW012",
    "builtin-name",
    "'{name}' is a builtin type of Python and cannot be the name of {what}",
    "Generated code beside it would mean the declaration where it means the builtin.",
    "rename it, for example to '{other}'",
    "# services/backend/spec/routers/books.yaml\noperations: {list: {rest: {method: GET, path: /books}}}",
    "# services/backend/spec/routers/books.yaml\noperations: {list_books: {rest: {method: GET, path: /books}}}",
)
NOT_PASCAL = Code(
    "LOW013",
    "not-pascal-case",
    "'{name}' is no PascalCase name for {what}",
    "Models, variants, enums and named types are classes; lower-case words are the scalar types of the language.",
    "write it as '{other}'",
    "# shared/spec/models.yaml\nmodels: {book: {fields: {title: string}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}",
)
OWNED_FIELD = Code(
    "LOW014",
    "owned-field-name",
    "a field cannot be called '{name}': Pydantic's models have an attribute of that name",
    "The field would hide a method of its class.",
    "call it '{other}' and keep the wire name with `alias: {name}`",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {copy: int}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {copies: {type: int, alias: copy}}}}",
)
TAKEN = Code(
    "LOW015",
    "name-taken",
    "the name '{name}' is taken by {other}",
    "A name means one thing in the whole project; of two classes of one name, one would overwrite the other.",
    "rename one of the two",
    "# shared/spec/models.yaml\nmodels:\n  User: {fields: {name: string}, variants: {Read: {}}}\n"
    "  UserRead: {fields: {age: int}}",
    "# shared/spec/models.yaml\nmodels:\n  User: {fields: {name: string}, variants: {Read: {}}}\n"
    "  Reader: {fields: {age: int}}",
)
CASE_TWIN = Code(
    "LOW016",
    "case-twin",
    "'{name}' differs from '{other}' only by case",
    "Two such names are one file on many disks and one word to every reader.",
    "rename one of the two",
    "# shared/spec/models.yaml\nmodels: {Url: {fields: {a: int}}, URL: {fields: {b: int}}}",
    "# shared/spec/models.yaml\nmodels: {Url: {fields: {a: int}}, Link: {fields: {b: int}}}",
)
RESERVED = Code(
    "LOW017",
    "reserved-name",
    "'{name}' cannot be the name of {what}: generated code uses it",
    "Handlers, clients and schemas bring this name themselves.",
    "rename it, for example to '{other}'",
    "# services/backend/spec/routers/books.yaml\noperations:\n  find: {params: [{name: session, source: query}], "
    "rest: {method: GET, path: /books}}",
    "# services/backend/spec/routers/books.yaml\noperations:\n  find: {params: [{name: sitting, source: query}], "
    "rest: {method: GET, path: /books}}",
)

PYDANTIC = frozenset({
    "copy", "json", "schema", "schema_json", "dict", "construct", "validate", "parse_obj", "parse_raw", "parse_file",
    "from_orm", "fields", "update_forward_refs",
})  # fmt: skip
PARAMETERS = frozenset({"self", "session", "payload", "actor"})
CLASSES = frozenset({"Page"})

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*\Z")
_BUILTIN_TYPES = frozenset(name for name in dir(builtins) if isinstance(getattr(builtins, name), type))
_OTHER = re.compile(r"[^A-Za-z0-9]+")


@cache
def name_of(text: str) -> Name:
    return Name.of(text)


def identifier(draft: Draft, name: str, at: At, what: str, *, builtin: bool = False) -> bool:
    """Whether a name can be an identifier; `builtin` where it may be called like a builtin type."""
    if not _IDENTIFIER.match(name):
        draft.report.add(NOT_AN_IDENTIFIER, at.key, name=name, what=what, other=_ascii(name))
    elif keyword.iskeyword(name):
        draft.report.add(KEYWORD, at.key, name=name, what=what, other=f"{name}_")
    elif not builtin and name in _BUILTIN_TYPES:
        draft.report.add(BUILTIN, at.key, name=name, what=what, other=f"{name}_all" if name == "list" else f"{name}_")
    else:
        return True
    return False


def class_name(draft: Draft, name: str, at: At, what: str) -> None:
    """Check the name of what becomes a class, and that nobody has it yet."""
    if not _PASCAL.match(name):
        other = name_of(_ascii(name)).pascal
        draft.report.add(NOT_PASCAL, at.key, name=name, what=what, other=other if _PASCAL.match(other) else "Thing")
    elif keyword.iskeyword(name) or name in _BUILTIN_TYPES:
        draft.report.add(BUILTIN, at.key, name=name, what=what, other=f"{name}Record")
    elif name in CLASSES:
        draft.report.add(RESERVED, at.key, name=name, what=what, other=f"{name}Record")
    take(draft, name, at, what)


def suffix_name(draft: Draft, name: str, at: At) -> None:
    """A variant's own name, which stands behind that of its model."""
    if _IDENTIFIER.match(name) and not _PASCAL.match(name):
        draft.report.add(NOT_PASCAL, at.key, name=name, what="a variant", other=name_of(name).pascal)


def take(draft: Draft, name: str, at: At, what: str) -> None:
    """Reserve the name of a class in the whole project."""
    first = draft.taken.setdefault(name.lower(), Taken(name, what, at.key))
    if first.span == at.key:
        return
    draft.unsure.update((name, first.name))
    related = [Related(first.span, f"{first.what} is declared here")]
    if first.name == name:
        draft.report.add(TAKEN, at.key, name=name, other=first.what, related=related)
    else:
        draft.report.add(CASE_TWIN, at.key, name=name, other=first.name, related=related)


def field_name(draft: Draft, name: str, at: At) -> None:
    if name.startswith("model_") or name in PYDANTIC:
        draft.report.add(OWNED_FIELD, at.key, name=name, other=f"{name.removeprefix('model_')}_value")
    else:
        identifier(draft, name, at, "a field", builtin=True)


def twins(draft: Draft, names: dict[str, At]) -> None:
    """Names of one scope that differ only by case."""
    seen: dict[str, str] = {}
    for name, at in names.items():
        other = seen.setdefault(name.lower(), name)
        if other != name:
            related = [Related(names[other].key, "the other")]
            draft.report.add(CASE_TWIN, at.key, name=name, other=other, related=related)


def _ascii(name: str) -> str:
    text = _OTHER.sub("_", name).strip("_")
    text = text if text and text[0].isalpha() else f"x_{text}".rstrip("_")
    return f"{text}_" if keyword.iskeyword(text) else text
