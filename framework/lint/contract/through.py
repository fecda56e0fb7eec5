"""What happens inside of a function of the workspace when it is called with these arguments: a call of a guarded API is
found behind a helper that knows nothing of what it was given."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from framework.lint.code import calls
from framework.lint.code.scopes import FUNCTIONS, Frame
from framework.lint.code.values import Class, Function, Instance, Value, Values
from framework.lint.rule import Site

if TYPE_CHECKING:
    from framework.lint.code.calls import Arguments

DEEPEST = 4

Telling = Callable[[Value], bool]
"""Whether a value is worth to be followed."""


@dataclass(frozen=True, eq=False)
class Inside(Site):
    """A node in one run of its function."""

    run: Frame | None = None

    def values(self, expr: ast.AST) -> Values:
        assert self.run is not None
        return self.workspace.code.values(expr, self.run)


def through(site: Site, kinds: tuple[type[ast.AST], ...], telling: Telling, depth: int = 0) -> Iterator[Inside]:
    """The nodes of these kinds inside of what a call calls, and of what that calls."""
    functions, given = _entered(site) if depth <= DEEPEST else ((), calls.Arguments([]))
    for function in functions:
        if _tells(function, given, telling):
            yield from _nodes(site, function, given, (kinds, telling, depth))


@lru_cache(maxsize=8)
def _entered(site: Site) -> tuple[tuple[Function, ...], Arguments]:
    """The functions that a call runs, and what it gives them."""
    ev = site.workspace.code
    frame = site.run if isinstance(site, Inside) and site.run is not None else site.scope.frame
    callees = [value for value in ev.values(site.node.func, frame) if isinstance(value, (Function, Class))]
    if not callees:
        return (), calls.Arguments([])
    return tuple(each for value in callees for each in _functions(site, value)), calls.arguments(ev, site.node, frame)


def _nodes(
    site: Site, function: Function, given: Arguments, asked: tuple[tuple[type[ast.AST], ...], Telling, int]
) -> Iterator[Inside]:
    kinds, telling, depth = asked
    run = calls.run(site.workspace.code, function, given)
    parsed = site.workspace.code.modules.parsed(function.scope.file)
    if parsed is None or run is function.scope.frame:
        return
    for node in _within(function.node):
        if isinstance(node, (*kinds, ast.Call)):
            fields = (function.scope, parsed, site.kind, site.service, site.workspace)
            inside = Inside(node, *fields, run=run)
            if isinstance(node, kinds):
                yield inside
            if isinstance(node, ast.Call):
                yield from through(inside, kinds, telling, depth + 1)


def _functions(site: Site, value: Function | Class) -> Iterator[Function]:
    if isinstance(value, Function):
        yield value
        return
    from framework.lint.code import members

    for door in members.of_class(site.workspace.code, value, "__init__"):
        if isinstance(door, Function):
            yield replace(door, self=Instance(value))


def _tells(function: Function, given: Arguments, telling: Telling) -> bool:
    own = function.self.given if isinstance(function.self, Instance) else ()
    parts = (*given.args, *given.keywords.values(), *(values for _, values in own))
    return any(telling(value) for values in parts for value in values)


@lru_cache(maxsize=2_000)
def _within(node: ast.AST) -> tuple[ast.AST, ...]:
    """The nodes of a function, but not of those inside of it."""
    found: list[ast.AST] = []
    waiting = list(ast.iter_child_nodes(node))
    while waiting:
        each = waiting.pop()
        if isinstance(each, (*FUNCTIONS, ast.ClassDef, ast.Lambda)):
            continue
        found.append(each)
        waiting += ast.iter_child_nodes(each)
    return tuple(found)
