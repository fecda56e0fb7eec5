"""Generated code is changed while it runs.

## What it does
Finds what sets, deletes or replaces attributes of generated modules, classes and functions, of the runtime that serves
them, and of what holds a controller to its protocol.

## Why is this bad
A file that nobody may edit is worth nothing if it can be edited in memory: what is served is no longer what the specs
say, and no reader of either sees it.

## Example
# services/backend/src/start.py
from shared.generated import schemas

schemas.TitleRead = dict

## Use instead
# services/backend/src/start.py
from shared.generated import schemas

TITLES = {"read": schemas}
"""

import ast
from collections.abc import Iterator

from framework.lint.code.modules import generated
from framework.lint.code.values import Names, Symbol, Value
from framework.lint.contract.called import argument, arguments, names
from framework.lint.contract.made import controllers, is_below, is_made, owners
from framework.lint.contract.through import through
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "GEN003",
    "patched-code",
    "{name} is changed while it runs",
    "change the spec that it is made from; what a service adds by hand stands in controllers and wiring.py",
)
SETS = frozenset({
    "builtins.setattr", "builtins.delattr", "builtins.type.__setattr__", "builtins.object.__setattr__",
    "builtins.type.__delattr__", "builtins.object.__delattr__", "unittest.mock.patch.object", "mock.patch.object",
    "unittest.mock.patch.multiple", "mock.patch.multiple", "wrapt.wrap_function_wrapper", "wrapt.wrap_object",
    "wrapt.patch_function_wrapper", "gorilla.Patch", "pytest.MonkeyPatch().setattr", "pytest.MonkeyPatch().delattr",
})  # fmt: skip
BY_TEXT = frozenset({
    "unittest.mock.patch", "mock.patch", "wrapt.wrap_function_wrapper", "wrapt.patch_function_wrapper",
    "pytest.MonkeyPatch().setattr", "unittest.mock.patch.object", "unittest.mock.patch.multiple",
})  # fmt: skip
CHANGES = frozenset({"update", "pop", "popitem", "clear", "setdefault", "__setitem__", "__delitem__"})
HOLDS = frozenset({"__abstractmethods__", "__bases__", "__mro__", "__protocol_attrs__", "_is_protocol"})
"""What holds a class to its protocol."""


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node, ast.Call):
        yield from _call(site)
    elif isinstance(node, (ast.Assign, ast.Delete)):
        for target in node.targets:
            yield from _target(site, target)
    else:
        yield from _target(site, node.target)


def _target(site: Site, target: ast.expr) -> Iterator[Finding]:
    if isinstance(target, (ast.Tuple, ast.List)):
        for each in target.elts:
            yield from _target(site, each)
    elif isinstance(target, ast.Starred):
        yield from _target(site, target.value)
    elif isinstance(target, ast.Attribute):
        held = controllers(site, target.value) if target.attr in HOLDS else set()
        for owner in sorted(owners(site, target.value) | held)[:1]:
            yield site.finding(target, name=f"'{owner}.{target.attr}'")
    elif isinstance(target, ast.Subscript):
        yield from _item(site, target)


def _item(site: Site, target: ast.Subscript) -> Iterator[Finding]:
    """`vars(schemas)["Title"]`, `sys.modules["shared.generated.schemas"]`, `Title.model_fields["text"]`."""
    whole = any(isinstance(value, Names) and value.of is None for value in site.values(target.value))
    if whole:
        for name in site.texts(target.slice):
            if generated(name):
                yield site.finding(target, name=f"'{name}'")
    for owner in sorted(owners(site, target.value))[:1]:
        yield site.finding(target, name=f"'{owner}'")


def _call(site: Site) -> Iterator[Finding]:
    node = site.node
    found = names(site, node)
    if found & SETS:
        yield from _set(site)
    if found & BY_TEXT:
        for text in site.texts(node.args[0]) if node.args else ():
            if generated(text) or is_below(text):
                yield site.finding(name=f"'{text}'")
    yield from _inside(site)
    if isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
        values = site.values(node.func.value)
        if any(isinstance(value, Names) for value in values) or _is_inside(site, node.func.value):
            for owner in sorted(owners(site, node.func.value))[:1]:
                yield site.finding(name=f"'{owner}'")


def _inside(site: Site) -> Iterator[Finding]:
    """A helper that changes whatever it is given."""
    for inner in through(site, (ast.Assign, ast.AugAssign, ast.Delete, ast.Call), _tells):
        sets = isinstance(inner.node, ast.Call) and bool(names(inner, inner.node) & SETS)
        found = next(_set(inner), None) if sets else None if isinstance(inner.node, ast.Call) else next(_check(inner), None)
        if found is not None:
            yield site.finding(name=found.values["name"])
            return


def _tells(value: Value) -> bool:
    return isinstance(value, Symbol) and "()" not in value.path and is_made(value.path)


def _set(site: Site) -> Iterator[Finding]:
    target = argument(site.node, 0, "target", "obj", "destination", "module", "wrapped")
    if target is None:
        return
    words = {text for expr in arguments(site.node)[1:2] for text in site.texts(expr)}
    held = controllers(site, target) if words & HOLDS else set()
    for owner in sorted(owners(site, target) | held)[:1]:
        yield site.finding(name=f"'{owner}{'.' + min(words) if words else ''}'")


def _is_inside(site: Site, expr: ast.expr) -> bool:
    """Whether it is an attribute of generated code that is changed in place."""
    return isinstance(expr, ast.Attribute) and bool(owners(site, expr.value))


RULE = Rule(CODE, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete, ast.Call), _check)
