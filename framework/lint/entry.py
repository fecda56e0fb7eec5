"""The entry of a spec that a finding asks for, made from the code that was found."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from framework.lint.rule import Site

FILE = "shared/spec/models.yaml"

TYPES = {
    "str": "string", "int": "int", "float": "float", "bool": "bool", "bytes": "bytes", "datetime": "datetime",
    "date": "date", "time": "time", "Decimal": "decimal", "UUID": "uuid", "UUID4": "uuid", "EmailStr": "email",
    "AwareDatetime": "datetime", "StrictStr": "string", "StrictInt": "int", "StrictBool": "bool",
    "StrictFloat": "float",
    "PositiveInt": "int", "NonNegativeInt": "int", "HttpUrl": "url", "AnyUrl": "url", "AnyHttpUrl": "url",
    "object": "any", "Any": "any", "constr": "string", "conint": "int", "SecretStr": "string", "timedelta": "duration",
}  # fmt: skip
LISTS = {
    "list": "list",
    "List": "list",
    "Sequence": "list",
    "tuple": "list",
    "set": "set",
    "Set": "set",
    "frozenset": "set",
}
DICTS = {"dict", "Dict", "Mapping"}
UNKNOWN = "string"
"""Stands for a type that the code does not tell: the author of the entry decides."""


def of_class(site: Site, node: ast.ClassDef) -> str:
    return _told(node.name, fields_of(site, node), site)


def of_call(site: Site, call: ast.Call) -> str:
    """The entry for `create_model("Title", text=(str, …))`; no hint of its own where the call tells no fields."""
    name = next(iter(site.texts(call.args[0])), "") if call.args else ""
    fields = ", ".join(
        f"{word.arg}: {_type(word.value.elts[0])[0]}"
        for word in call.keywords
        if word.arg and not word.arg.startswith("_") and isinstance(word.value, ast.Tuple) and word.value.elts
    )
    return _told(name, fields, site) if name.isidentifier() and fields else ""


def fields_of(site: Site, node: ast.ClassDef) -> str:
    """The annotated fields of a class, in the flow style of YAML."""
    return ", ".join(f"{name}: {type_}" for name, type_ in _fields(node))


def _told(name: str, fields: str, site: Site) -> str:
    entry = f"{name}: {{fields: {{{fields or 'id: uuid'}}}}}"
    used = f"import `{name}` from shared.generated.schemas"
    return f"add to {FILE} under `models:` the entry `{entry}`, run `autogen generate` and {used}"


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for statement in node.body:
        if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
            continue
        name = statement.target.id
        if name.startswith("_") or name == "model_config" or _head(statement.annotation) == "ClassVar":
            continue
        type_, optional = _type(statement.annotation)
        yield name, f"{{type: {type_}, optional: true}}" if optional else type_


def _type(expr: ast.expr) -> tuple[str, bool]:
    """The type of the language, and whether null is one of its values."""
    if isinstance(expr, ast.Constant) and isinstance(expr.value, str):
        try:
            return _type(ast.parse(expr.value, mode="eval").body)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return UNKNOWN, False
    if isinstance(expr, ast.BinOp) and isinstance(expr.op, ast.BitOr):
        return _either([expr.left, expr.right])
    if isinstance(expr, ast.Subscript):
        return _generic(expr)
    head = _head(expr)
    return TYPES.get(head, head if head[:1].isupper() else UNKNOWN), False


def _generic(expr: ast.Subscript) -> tuple[str, bool]:
    head = _head(expr.value)
    parts = expr.slice.elts if isinstance(expr.slice, ast.Tuple) else [expr.slice]
    if head in ("Optional", "Union"):
        return _either(parts + ([ast.Constant(None)] if head == "Optional" else []))
    if head in ("Annotated", "Required", "Final"):
        return _type(parts[0])
    if head in LISTS and parts:
        return f'"{LISTS[head]}[{_bare(parts[0])}]"', False
    if head in DICTS and len(parts) == 2:
        return f'"dict[{_bare(parts[0])}, {_bare(parts[1])}]"', False
    values = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    if head == "Literal" and values and all(value.isidentifier() for value in values):
        return f'"literal[{", ".join(values)}]"', False
    return (head if head[:1].isupper() else UNKNOWN), False


def _either(parts: list[ast.expr]) -> tuple[str, bool]:
    known = [part for part in parts if not (isinstance(part, ast.Constant) and part.value is None)]
    return (_type(known[0])[0] if known else UNKNOWN), len(known) < len(parts)


def _bare(expr: ast.expr) -> str:
    return _type(expr)[0].strip('"')


def _head(expr: ast.expr) -> str:
    if isinstance(expr, ast.Subscript):
        return _head(expr.value)
    return expr.id if isinstance(expr, ast.Name) else expr.attr if isinstance(expr, ast.Attribute) else ""
