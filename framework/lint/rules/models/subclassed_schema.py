"""A class below one that is made from the specs.

## What it does
Finds classes below a generated schema, at any depth.

## Why is this bad
A subclass adds fields that no spec knows, or changes what the generated ones mean, and looks on the wire as if it
were declared.

## Example
# services/backend/src/titles.py
from shared.generated.schemas import BookRead


class LoudBook(BookRead):
    loudness: int

## Use instead
# services/backend/src/titles.py
from shared.generated.schemas import BookRead


def loud(book: BookRead) -> str:
    return book.title.upper()
"""

import ast
from collections.abc import Iterator

from framework.lint.entry import fields_of
from framework.lint.guarded import SCHEMA
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "MOD002",
    "subclassed-schema",
    "'{name}' changes '{base}', which is made from the specs",
    "declare a model that extends it in shared/spec/models.yaml, and import the class that is made from it",
)


def _check(site: Site) -> Iterator[Finding]:
    schemas = sorted(base for base in site.bases(site.node) if SCHEMA.match(base))
    if not schemas:
        return
    base = schemas[0].rpartition(".")[2]
    fields = fields_of(site, site.node)
    entry = f"{site.node.name}: {{extends: [{base}], fields: {{{fields}}}}}"
    hint = f"add to shared/spec/models.yaml under `models:` the entry `{entry}`" if fields else ""
    yield site.finding(name=site.node.name, base=base, hint=hint)


RULE = Rule(CODE, (ast.ClassDef,), _check)
