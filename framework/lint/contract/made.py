"""Which names are generated, and which part of generated code they are of."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from framework.lint.code.values import Class, Made, Module, Names, Partial, Symbol, Values

if TYPE_CHECKING:
    from framework.lint.rule import Site

HOME = re.compile(r"(?:shared|services\.\w+\.src|services\.\w+\.tests)\.generated(?:\.|\Z)")
PROTOCOL = re.compile(r"services\.\w+\.src\.generated\.protocols\.\w+\Z")

BELOW = frozenset({"fastapi", "starlette", "pydantic", "faststream"})


def is_made(path: str) -> bool:
    """Whether a full name is of generated code."""
    return bool(HOME.match(path))


def part(path: str) -> str:
    """The module of generated code that a full name is of: `schemas`, `clients`, `routers`."""
    found = HOME.match(path)
    return path[found.end() :].split(".")[0] if found else ""


def owners(site: Site, expr: ast.AST) -> set[str]:
    """The modules, classes and functions of generated code and of the runtime that an expression stands for: not what
    they give, for that belongs to who was given it."""
    return _owners(site, site.values(expr))


def _owners(site: Site, values: Values) -> set[str]:
    found: set[str] = set()
    for value in values:
        if isinstance(value, Symbol) and "()" not in value.path and (is_made(value.path) or is_below(value.path)):
            found.add(value.path)
        elif isinstance(value, Names) and value.of is not None:
            found |= _owners(site, (value.of,))
        elif isinstance(value, Module) and is_made(value.name):
            found.add(value.name)
        elif isinstance(value, Partial):
            found |= _owners(site, value.of)
    return found


def controllers(site: Site, expr: ast.AST) -> set[str]:
    """The classes among the values that stand below a protocol."""
    found = set()
    for value in site.values(expr):
        if isinstance(value, (Class, Made)) and any(
            PROTOCOL.match(name) for name in site.workspace.code.bases((value,))
        ):
            found.add(value.node.name if isinstance(value, Class) else value.name)
    return found


def is_below(path: str) -> bool:
    """Whether generated code stands upon it: the runtime, and the packages that serve and check."""
    return path.split(".")[0] in BELOW or path == "framework.runtime" or path.startswith("framework.runtime.")
