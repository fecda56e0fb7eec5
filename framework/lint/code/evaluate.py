"""What an expression stands for. Each kind of expression is a row of a table; a value is computed once for each run of
the scope that it stands in, and whatever leads in a circle, or too far, is unknown."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, TypeVar

from framework.lint.code import calls, changes, classes, decorators, lookup, members, texts
from framework.lint.code.installed import Installed
from framework.lint.code.modules import Modules
from framework.lint.code.names import canonical
from framework.lint.code.scopes import Frame, Scope
from framework.lint.code.values import (
    Class,
    Function,
    Instance,
    Mapping,
    Number,
    Partial,
    Sequence,
    Symbol,
    Text,
    Values,
    union,
)

DEEPEST = 150
MOST_STEPS = 4_000
MOST_ITEMS = 64


class Evaluator:
    """`steps` bounds the work for one question: code that needs more of it was not written by a person."""

    def __init__(self, modules: Modules) -> None:
        self.modules = modules
        self.installed = Installed(modules)
        self.frames: dict[object, Frame] = {}
        self._running: set[tuple[ast.AST | str, Frame]] = set()
        self._steps = 0
        self._cut = False

    def values(self, expr: ast.AST, frame: Frame) -> Values:
        known = frame.known.get(expr)
        return known if known is not None else self.guarded(expr, frame, HANDLERS.get(expr.__class__))

    def guarded(self, key: ast.AST | str, frame: Frame, handler: Handler | None) -> Values:
        """Run a handler once for a node, or a name, and a frame. What was cut short inside of a circle is not kept."""
        if handler is None:
            return ()
        running = self._running
        if not running:
            self._steps = 0
        self._steps += 1
        if (key, frame) in running or len(running) > DEEPEST or self._steps > MOST_STEPS:
            self._cut = True
            return ()
        running.add((key, frame))
        before, self._cut = self._cut, False
        try:
            found = handler(self, key, frame)
        finally:
            running.discard((key, frame))
        if not self._cut or not running:
            frame.known[key] = found
        self._cut = bool(running) and (before or self._cut)
        return found

    def class_of(self, scope: Scope) -> Class:
        return Class(scope.node, scope, scope.frame)

    def names(self, values: Values) -> frozenset[str]:
        """The names of what other packages gave, each in its one form."""
        found: set[str] = set()
        for value in values:
            if isinstance(value, Symbol):
                found.add(canonical(value.path))
            elif isinstance(value, Instance):
                found.update(f"{name}()" for name in self.bases((value.of,)))
            elif isinstance(value, Partial):
                found.update(self.names(value.of))
        return frozenset(found)

    def bases(self, values: Values) -> frozenset[str]:
        return classes.bases(self, values)

    def texts(self, values: Values) -> tuple[str, ...]:
        """The whole texts among the values."""
        whole = (value.value for value in values if isinstance(value, Text) and not value.open)
        return tuple(text for text in whole if isinstance(text, str))


Handler = Callable[["Evaluator", Any, Frame], Values]


def _name(ev: Evaluator, expr: ast.Name, frame: Frame) -> Values:
    return lookup.name(ev, expr.id, frame)


def _attribute(ev: Evaluator, expr: ast.Attribute, frame: Frame) -> Values:
    found = [members.attribute(ev, value, expr.attr) for value in ev.values(expr.value, frame)]
    return union(*found, changes.attributes(ev, expr, frame))


def _constant(ev: Evaluator, expr: ast.Constant, frame: Frame) -> Values:
    value = expr.value
    if isinstance(value, (str, bytes)):
        return (Text(value),)
    return (Number(value),) if value is None or isinstance(value, int) else ()


def _sequence(ev: Evaluator, expr: ast.Tuple | ast.List | ast.Set, frame: Frame) -> Values:
    items: list[Values] = []
    for part in expr.elts:
        if isinstance(part, ast.Starred):
            items += lookup.items(ev.values(part.value, frame)) or [()]
        else:
            items.append(ev.values(part, frame))
    return (Sequence(tuple(items)),)


def _dict(ev: Evaluator, expr: ast.Dict, frame: Frame) -> Values:
    pairs: list[tuple[str | bytes | int | None, Values]] = []
    for key, value in zip(expr.keys, expr.values, strict=True):
        found = ev.values(value, frame)
        if key is None:
            pairs += [pair for each in found if isinstance(each, Mapping) for pair in each.pairs]
        else:
            keys = ev.values(key, frame)
            pairs += [(each.value, found) for each in keys if isinstance(each, (Text, Number))] or [(HIDDEN_KEY, found)]
    return (Mapping(tuple(pairs)),)


Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
Part = TypeVar("Part")
HIDDEN_KEY = "\0"
"""The key of an entry whose key is not known; no text of a program equals it."""


def _comprehension(ev: Evaluator, expr: ast.ListComp | ast.SetComp | ast.GeneratorExp, frame: Frame) -> Values:
    return (Sequence(tuple(_comprehended(ev, expr, frame, lambda run: ev.values(expr.elt, run)))),)


def _comprehended(ev: Evaluator, expr: Comprehension, frame: Frame, take: Callable[[Frame], Part]) -> list[Part]:
    """What each turn gives, where the loop runs over what is written out; else what any turn may give."""
    inner = lookup.inner(frame, expr)
    loop = expr.generators[0]
    items = lookup.items(ev.values(loop.iter, frame)) if len(expr.generators) == 1 else []
    if not isinstance(loop.target, ast.Name) or not 0 < len(items) <= MOST_ITEMS or inner is frame:
        return [take(inner)]
    return [take(Frame(inner.scope, frame, {loop.target.id: item}, frame.depth)) for item in items]


def _dict_comprehension(ev: Evaluator, expr: ast.DictComp, frame: Frame) -> Values:
    pairs = _comprehended(ev, expr, frame, lambda run: (ev.values(expr.key, run), ev.values(expr.value, run)))
    found = [(key.value, value) for keys, value in pairs for key in keys if isinstance(key, (Text, Number))]
    return (Mapping(tuple(found or [(HIDDEN_KEY, value) for _, value in pairs])),)


def _either(ev: Evaluator, expr: ast.IfExp, frame: Frame) -> Values:
    return union(ev.values(expr.body, frame), ev.values(expr.orelse, frame))


def _any(ev: Evaluator, expr: ast.BoolOp, frame: Frame) -> Values:
    return union(*(ev.values(part, frame) for part in expr.values))


def _through(ev: Evaluator, expr: ast.Await | ast.NamedExpr | ast.Starred, frame: Frame) -> Values:
    return ev.values(expr.value, frame)


def _lambda(ev: Evaluator, expr: ast.Lambda, frame: Frame) -> Values:
    scope = lookup.scope_of(frame, expr)
    return (Function(expr, scope, frame),) if scope is not None else ()


def _unary(ev: Evaluator, expr: ast.UnaryOp, frame: Frame) -> Values:
    if not isinstance(expr.op, ast.USub):
        return ()
    found = ev.values(expr.operand, frame)
    return tuple(Number(-each.value) for each in found if isinstance(each, Number) and each.value is not None)


HANDLERS: dict[type, Handler] = {
    ast.Name: _name, ast.Attribute: _attribute, ast.Call: calls.expression, ast.Constant: _constant,
    ast.Subscript: members.subscript, ast.Tuple: _sequence, ast.List: _sequence, ast.Set: _sequence, ast.Dict: _dict,
    ast.IfExp: _either, ast.BoolOp: _any, ast.Await: _through, ast.NamedExpr: _through, ast.Starred: _through,
    ast.Lambda: _lambda, ast.ListComp: _comprehension, ast.SetComp: _comprehension, ast.GeneratorExp: _comprehension,
    ast.DictComp: _dict_comprehension,
    ast.JoinedStr: texts.formatted, ast.BinOp: texts.operation, ast.UnaryOp: _unary,
    ast.FunctionDef: decorators.function, ast.AsyncFunctionDef: decorators.function, ast.ClassDef: decorators.class_,
}  # fmt: skip
