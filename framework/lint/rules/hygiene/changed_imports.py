"""A change of how Python finds modules.

## What it does
Finds changes of `sys.path`, `sys.meta_path`, `sys.path_hooks`, `sys.modules` and `builtins` in the code of a service.

## Why is this bad
After it a name in an import is no longer the file that everybody reads, this guard included.

## Example
# services/backend/src/titles.py
import sys

sys.path.insert(0, "/opt/extra")

## Use instead
# services/backend/src/titles.py
from services.backend.src import controllers

PACKAGE = controllers
"""

import ast
import re
from collections.abc import Iterator

from framework.lint.code.values import Method, Names
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "HYG005",
    "changed-imports",
    "this changes which file an import loads",
    "install the package, or put the module into the service; the root of the workspace is the root of all imports",
)
_CHANGES = re.compile(r"sys\.(?:path|meta_path|path_hooks)\.(?:append|insert|extend|remove|pop|clear|__setitem__)\Z")
_HELD = re.compile(r"(?:sys\.(?:path|meta_path|path_hooks)|builtins\.\w+)\Z")
MODULES = ("pop", "setdefault", "update", "clear", "__setitem__", "__delitem__")
PATCHES = {"unittest.mock.patch.dict", "mock.patch.dict"}
CALLS = {"site.addsitedir", "builtins.__import__.__set__"}


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node, ast.Call):
        asked = site.names(node.func)
        if (
            asked & CALLS
            or any(_CHANGES.match(name) for name in asked)
            or _of_modules(site, node.func)
            or (asked & PATCHES and "sys.modules" in {text for expr in node.args[:1] for text in site.texts(expr)})
        ):
            yield site.finding()
        return
    targets = [node.target] if isinstance(node, ast.AugAssign) else node.targets
    if any(_held(site, target) for target in targets):
        yield site.finding()


def _of_modules(site: Site, function: ast.expr) -> bool:
    found = (value for value in site.values(function) if isinstance(value, Method) and value.name in MODULES)
    return any(isinstance(value.of, Names) and value.of.of is None for value in found)


def _held(site: Site, target: ast.expr) -> bool:
    if isinstance(target, ast.Subscript):
        whole = site.values(target.value)
        return any(isinstance(value, Names) and value.of is None for value in whole) or _held(site, target.value)
    if not isinstance(target, ast.Attribute):
        return False
    return any(_HELD.match(name) for name in site.names(target))


RULE = Rule(CODE, (ast.Call, ast.Assign, ast.AugAssign, ast.Delete), _check)
