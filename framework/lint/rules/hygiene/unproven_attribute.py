"""A part of a guarded package by a computed name.

## What it does
Finds `getattr`, `vars()[…]`, `attrgetter` and the like where they take an attribute of a guarded package, of an app
or of a router, and its name cannot be known from the code.

## Why is this bad
The name may be that of a model, a router or a route, so nothing can be proved about what comes of it.

## Example
# services/backend/src/titles.py
import pydantic


def kind(name: str) -> object:
    return getattr(pydantic, name)

## Use instead
# services/backend/src/titles.py
from shared.generated import schemas


def kind(name: str) -> object:
    return getattr(schemas, name)
"""

import ast
from collections.abc import Iterator

from framework.lint.code.known import FUNCTIONS
from framework.lint.code.names import canonical
from framework.lint.code.values import HIDDEN, Getter, Method, Names, Partial, Symbol, Values
from framework.lint.guarded import APP, PACKAGES
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "HYG003",
    "unproven-attribute",
    "which part of '{name}' this takes cannot be proved",
    'write the name of the attribute, or choose among written ones: `{{"a": package.a}}[name]`',
)
WALKS = frozenset({"items", "values", "popitem"})
ALL = frozenset({"gc.get_objects", "gc.get_referrers", "gc.get_referents", "builtins.object.__subclasses__"})
"""What gives everything that a process has loaded."""


def _check(site: Site) -> Iterator[Finding]:
    yield from _poured(site)
    walked = _walked(site)
    if walked:
        yield site.finding(getattr(site.node, "iter", site.node), name=walked)
    if not isinstance(site.node, (ast.Call, ast.Subscript)) or not _takes(site):
        return
    for value in site.values(site.node):
        if isinstance(value, Symbol) and value.path.endswith(f".{HIDDEN}"):
            owner = canonical(value.path.removesuffix(f".{HIDDEN}"))
            if _is_guarded(owner) or APP.match(owner):
                yield site.finding(name=owner)
                return


def _is_guarded(owner: str) -> bool:
    return owner.split(".")[0] in PACKAGES and "()" not in owner and not owner.startswith("framework.runtime")


def _walked(site: Site) -> str:
    """What is gone through as a whole: `vars(pydantic).items()`, `{**vars(pydantic)}`, `sys.modules.values()`."""
    node = site.node
    if isinstance(node, ast.Dict):
        spread = [value for key, value in zip(node.keys, node.values, strict=True) if key is None]
        return next((name for expr in spread for name in _held(site.values(expr))), "")
    if isinstance(node, (ast.For, ast.comprehension)):
        pairs = isinstance(node.target, ast.Tuple)
        return next(_held(site.values(node.iter)), "") if pairs else ""
    if not isinstance(node, ast.Call):
        return ""
    values = site.values(node.func)
    asked = [value.of for value in values if isinstance(value, Method) and value.name in WALKS]
    names = site.workspace.code.names(values)
    return next(iter((*_held(tuple(asked)), *sorted(names & ALL))), "")


def _held(values: Values) -> Iterator[str]:
    for value in values:
        if isinstance(value, Names) and value.of is None:
            yield "sys.modules"
        elif isinstance(value, Names) and isinstance(value.of, Symbol) and _is_guarded(canonical(value.of.path)):
            yield canonical(value.of.path)


def _poured(site: Site) -> Iterator[Finding]:
    """`globals().update(vars(pydantic))`: from then on any name may be one of the package."""
    node = site.node
    if not isinstance(node, ast.Call) or not node.args:
        return
    into = [value for value in site.values(node.func) if isinstance(value, Method) and value.name == "update"]
    if any(isinstance(value.of, Names) for value in into):
        for value in site.values(node.args[0]):
            if isinstance(value, Names) and isinstance(value.of, Symbol) and canonical(value.of.path) in PACKAGES:
                yield site.finding(name=value.of.path)


def _takes(site: Site) -> bool:
    """Whether the name is taken here, and not handed on."""
    node = site.node
    if isinstance(node, ast.Subscript):
        return any(isinstance(value, Names) and value.of is not None for value in site.values(node.value))
    for value in site.values(node.func):
        if isinstance(value, (Getter, Partial)) or (isinstance(value, Method) and isinstance(value.of, Names)):
            return True
        if isinstance(value, Symbol) and value.path in FUNCTIONS and "import" not in value.path:
            return True
    return False


RULE = Rule(CODE, (ast.Call, ast.Subscript, ast.Dict, ast.For, ast.comprehension), _check)
