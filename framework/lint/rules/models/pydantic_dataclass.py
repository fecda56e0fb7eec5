"""A dataclass that Pydantic validates.

## What it does
Finds `pydantic.dataclasses.dataclass`, as a decorator and as a call.

## Why is this bad
It is a model under another name: it validates, serialises and stands in the document of the API, and no spec declares
it.

## Example
# services/backend/src/titles.py
from pydantic.dataclasses import dataclass


@dataclass
class Title:
    text: str

## Use instead
# services/backend/src/titles.py
from dataclasses import dataclass


@dataclass
class Title:
    text: str
"""

import ast
from collections.abc import Iterator

from framework.lint.entry import of_class
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "MOD004",
    "pydantic-dataclass",
    "this dataclass is a model, and no spec declares it",
    "declare it in shared/spec/models.yaml, or use `dataclasses.dataclass` for what never leaves the service",
)
NAMES = {"pydantic.dataclass", "pydantic.dataclass()", "pydantic.rebuild_dataclass"}


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node, ast.ClassDef):
        for decorator in node.decorator_list:
            if site.names(decorator) & NAMES:
                yield site.finding(decorator, hint=of_class(site, node))
    elif site.names(node.func) & NAMES and node.args:
        yield site.finding()


RULE = Rule(CODE, (ast.ClassDef, ast.Call), _check)
