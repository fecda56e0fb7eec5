"""A class below generated code that is not meant to have one.

## What it does
Finds subclasses of what is generated for the wiring of a service: its app, registry, routers, consumers and events. A
protocol is there to be inherited; schemas and errors have rules of their own.

## Why is this bad
What a subclass changes is in no spec, and the generated code never asks for the subclass: it is served by a second road
that only its author knows.

## Example
# services/backend/src/sent.py
from shared.generated.events import TitleAdded


class Sent(TitleAdded):
    pass

## Use instead
# services/backend/src/sent.py
from shared.generated.events import TitleAdded

SENT: list[TitleAdded] = []
"""

import ast
from collections.abc import Iterator

from framework.lint.contract.made import is_made, part
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "GEN004",
    "subclassed-code",
    "'{name}' is a subclass of {base}",
    "change the spec that the class is made from, or hold an object of it",
)
MEANT = frozenset({"protocols", "schemas", "errors", "clients"})


def _check(site: Site) -> Iterator[Finding]:
    found = sorted(name for name in site.bases(site.node) if is_made(name) and part(name) not in MEANT)
    if found:
        yield site.finding(name=site.node.name, base=found[0])


RULE = Rule(CODE, (ast.ClassDef,), _check)
