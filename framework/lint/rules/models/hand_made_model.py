"""A model that no spec declares.

## What it does
Finds classes below `pydantic.BaseModel` at any depth, by whatever road they got there: under another name, through a
class of another file or package, as a `RootModel`, a generic or a model of `sqlmodel`.

## Why is this bad
What a service sends and takes is declared once, in the specs: clients, documentation and checks are made from there.
A model in code is known to none of them.

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

from framework.lint.code.lookup import elements
from framework.lint.entry import of_class
from framework.lint.guarded import METACLASS, MODEL, SCHEMA, SETTINGS
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "MOD001",
    "hand-made-model",
    "'{name}' is a model, and no spec declares it",
    "declare it in shared/spec/models.yaml and import the class that is made from it",
)
OF_SETTINGS = "declare what it reads under `settings:` of services/{service}/spec/service.yaml"


def _check(site: Site) -> Iterator[Finding]:
    if isinstance(site.node, ast.Assign):
        yield from _assigned(site)
        return
    bases = site.bases(site.node)
    if not bases & {MODEL, METACLASS} or any(SCHEMA.match(base) for base in bases):
        return
    if SETTINGS in bases:
        service = site.service.name.text if site.service is not None else "<name>"
        yield site.finding(name=site.node.name, hint=OF_SETTINGS.format(service=service))
    else:
        yield site.finding(name=site.node.name, hint=of_class(site, site.node))


def _assigned(site: Site) -> Iterator[Finding]:
    """`Title.__bases__ = (BaseModel,)`."""
    for target in site.node.targets:
        if isinstance(target, ast.Attribute) and target.attr == "__bases__":
            given = site.workspace.code.bases(elements(site.values(site.node.value)))
            if MODEL in given or any(SCHEMA.match(name) for name in given):
                yield site.finding(name=ast.unparse(target.value))


RULE = Rule(CODE, (ast.ClassDef, ast.Assign), _check)
