"""A class for each error, and beside it one of what it tells: the second checks the detail, and reads it in clients."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framework.emit.generators.schemas.fields import Scope, line
from framework.emit.languages import Snippet, python_literal, word
from framework.emit.python import Annotator, Imports, assignment, comment, docstring, layout
from framework.emit.python.annotations import MODEL
from framework.emit.symbols import symbol
from framework.ir import Error
from framework.symbols import Symbol

HOME = "shared.generated.errors"
BASE = "framework.runtime.errors"
CLASSVAR = {"code": "str", "status": "int", "title": "str", "retryable": "bool"}


@dataclass(frozen=True, slots=True)
class Row:
    """`shape` is the class of the detail with its `fields`; `arguments` and `stored` are what the constructor takes and
    hands on."""

    name: Snippet
    docstring: Snippet
    constants: tuple[Snippet, ...]
    shape: Snippet
    fields: tuple[Snippet, ...]
    signature: Snippet
    handed: Snippet
    stored: tuple[Snippet, ...]


def view(errors: Sequence[Error]) -> Mapping[str, object]:
    names = [name for error in errors for name in (error.name.pascal, _shape(error))]
    bodies = {field.name.text for error in errors for field in error.detail} | {*CLASSVAR}
    imports = Imports(HOME, bodies, names)
    base = imports.member(BASE, "DeclaredError")
    rows = [_row(error, imports) for error in errors]
    model = imports.member(MODEL, "Model") if any(error.detail for error in errors) else None
    files = sorted({error.span.file for error in errors})
    return {
        "header": comment(f"Made by `autogen generate` from {', '.join(files)}. Edit that, not this file."),
        "errors": rows,
        "base": base,
        "model": model,
        "imports": imports.block(),
    }


def symbols(errors: Sequence[Error]) -> dict[str, Symbol]:
    found: dict[str, Symbol] = {}
    for error in errors:
        found[error.name.pascal] = symbol(error)
        if error.detail:
            found[_shape(error)] = symbol(error)
        found |= {f"{_shape(error)}.{field.name}": symbol(field) for field in error.detail}
    return found


def _row(error: Error, imports: Imports) -> Row:
    scope, plain = Scope(imports), Annotator(imports, "plain")
    constants = {"code": error.name.text, "status": error.status, "title": error.title}
    if error.retryable:
        constants["retryable"] = True
    names = [word(field.name.text) for field in error.detail]
    arguments = (f"{field.name}: {plain.of(field.type, nullable=field.nullable)}" for field in error.detail)
    return Row(
        name=word(error.name.pascal),
        docstring=docstring(error.title, error.description, depth=1),
        constants=tuple(layout(python_literal(value), 4, f"{name} = ") for name, value in constants.items()),
        shape=word(_shape(error)),
        fields=tuple(line(field, scope) for field in error.detail),
        signature=layout(f"({', '.join(['self', '*', *arguments])})", 4, "def __init__", " -> None:"),
        handed=layout(f"({', '.join(f'{name}={name}' for name in names)})", 8, "super().__init__"),
        stored=tuple(assignment(f"self.{name}", "", name, 8) for name in names),
    )


def _shape(error: Error) -> str:
    return f"{error.name.pascal}Detail"
