"""Middleware that nobody can see from the specs.

## What it does
Finds middleware that is added to an app, made as a class below Starlette's, or written as a bare ASGI callable,
outside of `wiring.py`.

## Why is this bad
Middleware sees every request and may answer it. Of what answers beside the operations there is one list, `wiring.py`.

## Example
# services/backend/src/extra.py
from starlette.middleware.base import BaseHTTPMiddleware


class Stamp(BaseHTTPMiddleware):
    pass

## Use instead
# services/backend/src/wiring.py
from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware


class Stamp(BaseHTTPMiddleware):
    pass


def configure(app: FastAPI) -> None:
    app.add_middleware(Stamp)
"""

import ast
from collections.abc import Iterator

from framework.lint.guarded import ADDS_MIDDLEWARE, CHANGES_MIDDLEWARE, HELD, MIDDLEWARES
from framework.lint.rule import Finding, Rule, Site, code
from framework.lint.where import BESIDE_WIRING

CODE = code(
    __doc__,
    "RTE003",
    "hand-made-middleware",
    "requests pass through here, and no spec and no wiring says so",
    "move it into services/{service}/src/wiring.py, and add it in `configure(app)`",
)
WSGI = ["environ", "start_response"]
ASGI = ["scope", "receive", "send"]


def _check(site: Site) -> Iterator[Finding]:
    if _passes(site):
        yield site.finding(service=site.service.name.text if site.service is not None else "<name>")


def _passes(site: Site) -> bool:
    node = site.node
    if isinstance(node, ast.ClassDef):
        return bool(site.bases(node) & MIDDLEWARES)
    if isinstance(node, ast.Call):
        asked = site.called(node)
        adds = any(ADDS_MIDDLEWARE.match(name) or CHANGES_MIDDLEWARE.match(name) for name in asked)
        return adds or bool(asked & MIDDLEWARES)
    if isinstance(node, ast.Assign):
        return any(_held(site, target) for target in node.targets)
    names = [one.arg for one in (*node.args.posonlyargs, *node.args.args) if one.arg not in ("self", "cls")]
    types = [site.names(one.annotation) for one in node.args.args if one.annotation is not None]
    return (
        names[-3:] == ASGI
        or names == WSGI
        or [bool({"starlette.Scope", "starlette.Receive", "starlette.Send"} & each) for each in types] == [True] * 3
    )


def _held(site: Site, target: ast.expr) -> bool:
    target = target.value if isinstance(target, ast.Subscript) else target
    found = [HELD.match(name) for name in site.names(target)] if isinstance(target, ast.Attribute) else []
    return any(match is not None and "middleware" in match.group(1) for match in found)


RULE = Rule(
    CODE, (ast.Call, ast.ClassDef, ast.Assign, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda), _check, BESIDE_WIRING
)
