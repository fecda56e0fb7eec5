"""A class that a `TypeAdapter` turns into a model.

## What it does
Finds `TypeAdapter` around a class of the workspace: a `TypedDict`, a dataclass, a named tuple, alone or inside of a
list.

## Why is this bad
An adapter validates and serialises like a model, so the class is one, and no spec declares it. Around generated
schemas and plain types an adapter is welcome.

## Example
# services/backend/src/titles.py
from typing import TypedDict

from pydantic import TypeAdapter


class Title(TypedDict):
    text: str


TITLES = TypeAdapter(list[Title])

## Use instead
# services/backend/src/titles.py
from pydantic import TypeAdapter
from shared.generated.schemas import BookRead

BOOKS = TypeAdapter(list[BookRead])
"""

import ast
from collections.abc import Iterator

from framework.lint.code.values import Class
from framework.lint.entry import of_class
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "MOD005",
    "adapted-class",
    "the adapter makes a model of '{name}', and no spec declares it",
    "declare it in shared/spec/models.yaml and adapt the class that is made from it",
)
SHAPES = {"typing.TypedDict", "typing_extensions.TypedDict", "typing.NamedTuple"}


def _check(site: Site) -> Iterator[Finding]:
    call = site.node
    if "pydantic.TypeAdapter" not in site.names(call.func):
        return
    for part in ast.walk(call):
        if not isinstance(part, (ast.Name, ast.Attribute)):
            continue
        for value in site.values(part):
            if isinstance(value, Class) and _is_shape(site, value):
                yield site.finding(name=value.node.name, hint=of_class(site, value.node))


def _is_shape(site: Site, value: Class) -> bool:
    """Whether a class has fields and no other meaning."""
    if site.workspace.code.bases((value,)) & SHAPES:
        return True
    frame = value.frame.outer or value.frame
    marks = [
        name
        for each in value.node.decorator_list
        for name in site.workspace.code.names(site.workspace.code.values(each, frame))
    ]
    return any(mark.rstrip("()") in ("dataclasses.dataclass", "attrs.define", "attr.s") for mark in marks)


RULE = Rule(CODE, (ast.Call,), _check)
