"""What a `def` or a `class` leaves behind under its name, its decorators applied."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from framework.lint.code import calls
from framework.lint.code.scopes import Frame
from framework.lint.code.values import Class, Function, Instance, Partial, Values, union

if TYPE_CHECKING:
    from framework.lint.code.evaluate import Evaluator


def function(ev: Evaluator, node: ast.FunctionDef, frame: Frame) -> Values:
    scope = frame.scope.inner.get(node)
    return _decorated(ev, node, frame, (Function(node, scope, frame),)) if scope is not None else ()


def class_(ev: Evaluator, node: ast.ClassDef, frame: Frame) -> Values:
    scope = frame.scope.inner.get(node)
    if scope is None:
        return ()
    run = scope.frame if frame is frame.scope.default else Frame(scope, frame, {}, frame.depth)
    return _decorated(ev, node, frame, (Class(node, scope, run),))


def _decorated(ev: Evaluator, node: ast.FunctionDef | ast.ClassDef, frame: Frame, plain: Values) -> Values:
    """Decorators of other packages hand on what they get, as far as a name is concerned."""
    found = plain
    for expr in reversed(node.decorator_list):
        for value in ev.values(expr, frame):
            if isinstance(value, (Function, Instance, Partial, Class)):
                found = union(calls.call(ev, value, calls.Arguments([found])), found)
    return found
