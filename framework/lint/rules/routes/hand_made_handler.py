"""An exception handler or a hook of an app, by hand.

## What it does
Finds exception handlers, and hooks of start and stop, that are given to an app outside of `wiring.py`.

## Why is this bad
Errors leave as problems, with the status that the spec declares. A handler of one's own answers with another status
and another body, and no client knows it.

## Example
# services/backend/src/extra.py
from fastapi import FastAPI


def install(app: FastAPI) -> None:
    app.add_exception_handler(KeyError, print)

## Use instead
# services/backend/src/extra.py
from shared.generated.errors import BookMissing


def missing() -> Exception:
    return BookMissing()
"""

import ast
from collections.abc import Iterator

from framework.lint.guarded import ADDS_HANDLER, CHANGES_HANDLERS, HELD
from framework.lint.rule import Finding, Rule, Site, code
from framework.lint.where import BESIDE_WIRING

CODE = code(
    __doc__,
    "RTE004",
    "hand-made-handler",
    "the app gets a handler that no spec and no wiring knows",
    "declare the error in shared/spec/errors.yaml and raise its class; or move this into `configure(app)` of "
    "services/{service}/src/wiring.py",
)


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node, ast.Call):
        adds = any(ADDS_HANDLER.match(name) or CHANGES_HANDLERS.match(name) for name in site.names(node.func))
    else:
        adds = any(_held(site, target) for target in node.targets)
    if adds:
        yield site.finding(service=site.service.name.text if site.service is not None else "<name>")


def _held(site: Site, target: ast.expr) -> bool:
    target = target.value if isinstance(target, ast.Subscript) else target
    found = [HELD.match(name) for name in site.names(target)] if isinstance(target, ast.Attribute) else []
    return any(match is not None and match.group(1) == "exception_handlers" for match in found)


RULE = Rule(CODE, (ast.Call, ast.Assign), _check, BESIDE_WIRING)
