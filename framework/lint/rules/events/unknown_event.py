"""A publish function of an event that nobody declares.

## What it does
Finds names that are taken from `shared.generated.events` for an event that the catalogue does not have, or that it
does not let services publish.

## Why is this bad
The function is not there: the import fails when the process starts, or, behind a condition, when the event should be
sent.

## Example
# services/backend/src/tell.py
from shared.generated.events import publish_book_sold

TELL = publish_book_sold

## Use instead
# shared/spec/events.yaml
events:
  book_added: {message: BookRead, publish: true, subscribe: true}
  book_sold: {message: BookRead, publish: true}
# services/backend/src/tell.py
from shared.generated.events import publish_book_sold

TELL = publish_book_sold
"""

import ast
from collections.abc import Iterator

from framework.ir import Project
from framework.lint.code.lookup import absolute
from framework.lint.contract.made import owners
from framework.lint.contract.served import EVENTS
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "EVT003",
    "unpublished-event",
    "there is no event '{name}' that is published",
    "write `{name}: {{message: <Model>, publish: true}}` under `events` in shared/spec/events.yaml",
)
PREFIX = "publish_"


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node, ast.ImportFrom):
        for alias in node.names if absolute(node, site.scope) == EVENTS else ():
            yield from _unknown(site, alias, alias.name)
    elif node.attr.startswith(PREFIX) and EVENTS in owners(site, node.value):
        yield from _unknown(site, node, node.attr)


def _unknown(site: Site, place: ast.AST, word: str) -> Iterator[Finding]:
    name = word.removeprefix(PREFIX)
    if word.startswith(PREFIX) and name not in _published(site.project):
        yield site.finding(place, name=name)


def _published(project: Project) -> set[str]:
    return {event.name.snake for event in project.events if event.publish}


RULE = Rule(CODE, (ast.ImportFrom, ast.Attribute), _check)
