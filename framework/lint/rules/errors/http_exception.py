"""An answer of an error by hand.

## What it does
Finds `HTTPException` and its kind, raised, made or subclassed, whatever it is called where it is written.

## Why is this bad
A status that is raised by hand is in no document and in no client: who calls the operation gets what nobody has told
them of. A declared error has a code, a title and fields, and the client raises the same class again.

## Example
# services/backend/src/lookup.py
from fastapi import HTTPException


def found(books: dict[str, str], key: str) -> str:
    if key not in books:
        raise HTTPException(404, "There is no such book")
    return books[key]

## Use instead
# services/backend/src/lookup.py
from shared.generated.errors import BookMissing


def found(books: dict[str, str], key: str) -> str:
    if key not in books:
        raise BookMissing
    return books[key]
"""

import ast
from collections.abc import Iterator

from framework.lint.code.values import Number, Symbol
from framework.lint.contract.called import argument, made, names
from framework.lint.contract.wording import error_of
from framework.lint.rule import Finding, Rule, Site, code
from framework.lint.where import BESIDE_WIRING

CODE = code(
    __doc__,
    "ERR001",
    "http-exception",
    "'{name}' answers an error that no spec declares",
    "declare the error in shared/spec/errors.yaml and raise its class",
)
KINDS = frozenset({
    "fastapi.HTTPException", "fastapi.WebSocketException", "starlette.WebSocketException",
    "fastapi.RequestValidationError", "fastapi.ResponseValidationError", "werkzeug.abort", "flask.abort",
})  # fmt: skip


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node, ast.ClassDef):
        if site.bases(node) & KINDS:
            yield site.finding(name=node.name, hint=error_of(site.project, None, ""))
    elif isinstance(node, ast.Call):
        found = (names(site, node) | made(site)) & KINDS
        if found:
            yield site.finding(node.func, name=_last(found), hint=_hint(site, node))
    elif node.exc is not None and not isinstance(node.exc, ast.Call):
        values = [value for value in site.values(node.exc) if isinstance(value, Symbol)]
        found = frozenset(name for value in values for name in site.workspace.code.names((value,))) & KINDS
        if found:
            yield site.finding(node.exc, name=_last(found), hint=error_of(site.project, None, ""))


def _hint(site: Site, node: ast.Call) -> str:
    status, detail = argument(node, 0, "status_code", "code"), argument(node, 1, "detail", "reason", "description")
    numbers = [value.value for value in (site.values(status) if status else ()) if isinstance(value, Number)]
    texts = site.texts(detail) if detail else ()
    return error_of(site.project, numbers[0] if numbers else _named(site, status), texts[0] if texts else "")


def _named(site: Site, status: ast.expr | None) -> int | None:
    """The number in `status.HTTP_404_NOT_FOUND`."""
    words = " ".join(site.names(status)) if status else ""
    digits = [part for part in words.split("_") if part.isdigit() and len(part) == 3]
    return int(digits[0]) if digits else None


def _last(found: frozenset[str]) -> str:
    return min(found).rpartition(".")[2]


RULE = Rule(CODE, (ast.Raise, ast.Call, ast.ClassDef), _check, BESIDE_WIRING)
