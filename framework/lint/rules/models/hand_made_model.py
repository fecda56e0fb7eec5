"""A model that no spec declares.

## What it does
Finds classes that stand below `pydantic.BaseModel` at any depth, whatever it is called where they are written.

## Why is this bad
What a service sends and takes is declared once, in the specs: clients, documentation and checks are made from there. A
model in code is known to none of them.

## Example
# services/backend/src/titles.py
from pydantic import BaseModel


class Title(BaseModel):
    text: str

## Use instead
# services/backend/src/titles.py
from shared.generated.schemas import BookUpdate

TITLE = BookUpdate(title="Emma")
"""

import ast
from collections.abc import Iterator

from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "MOD001",
    "hand-made-model",
    "'{name}' is a model, and no spec declares it",
    "declare it in shared/spec/models.yaml and import the class that is made from it",
)


def _check(site: Site) -> Iterator[Finding]:
    if "pydantic.BaseModel" in site.bases(site.node):
        yield site.finding(name=site.node.name)


RULE = Rule(CODE, (ast.ClassDef,), _check)
