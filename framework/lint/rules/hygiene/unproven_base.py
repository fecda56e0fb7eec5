"""A class whose base comes out of a call with a guarded class.

## What it does
Finds classes whose base is what a function of another package makes of a model, a router or an app.

## Why is this bad
What the function gives back is most likely a class below the one that it got, so the class may be a model or a
router.

## Example
# services/backend/src/titles.py
from pydantic import BaseModel
from six import with_metaclass


class Title(with_metaclass(type, BaseModel)):
    text: str

## Use instead
# services/backend/src/titles.py
from shared.generated.schemas import BookUpdate

TITLE = BookUpdate(title="Emma")
"""

import ast
from collections.abc import Iterator

from framework.lint.guarded import APPS, MODEL, SCHEMA
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "HYG004",
    "unproven-base",
    "what '{name}' is made of cannot be proved, and '{base}' has a part in it",
    "declare the model in shared/spec/models.yaml and import the class that is made from it",
)


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    known = site.bases(node)
    if MODEL in known or known & APPS or any(SCHEMA.match(name) for name in known):
        return
    for base in node.bases:
        for guarded in _parts(site, base):
            yield site.finding(name=node.name, base=guarded)
            return


def _parts(site: Site, base: ast.expr) -> Iterator[str]:
    """The guarded classes that a call below a base is given."""
    for call in ast.walk(base):
        if isinstance(call, ast.Call):
            for part in (*call.args, *(word.value for word in call.keywords)):
                found = site.bases(part)
                yield from sorted(found & (APPS | {MODEL}))


RULE = Rule(CODE, (ast.ClassDef,), _check)
