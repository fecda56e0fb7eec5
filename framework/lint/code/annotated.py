"""What a thing is that somebody has annotated: `app: FastAPI` holds what `FastAPI()` gives."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from framework.lint.code.scopes import Frame
from framework.lint.code.values import Class, Instance, Made, Sequence, Symbol, Values, union

if TYPE_CHECKING:
    from framework.lint.code.evaluate import Evaluator

THROUGH = frozenset({
    "typing.Optional", "typing.Annotated", "typing.Union", "typing.Final", "typing.ClassVar", "typing.Awaitable",
    "collections.abc.Awaitable", "typing.Coroutine", "typing_extensions.Annotated", "typing.Required",
})  # fmt: skip
MANY = frozenset({
    "builtins.list", "builtins.tuple", "builtins.set", "typing.List", "typing.Iterable", "typing.Sequence",
    "collections.abc.Iterable", "collections.abc.Sequence", "typing.Iterator", "typing.AsyncIterator",
    "typing.Generator", "typing.AsyncGenerator", "collections.abc.Iterator", "collections.abc.AsyncIterator",
    "collections.abc.Generator", "collections.abc.AsyncGenerator",
})  # fmt: skip
CLASSES = frozenset({"builtins.type", "typing.Type"})


def instance(ev: Evaluator, expr: ast.expr, frame: Frame) -> Values:
    """What an annotated name holds."""
    if isinstance(expr, ast.Constant) and isinstance(expr.value, str):
        parsed = _parsed(expr)
        return instance(ev, parsed, frame) if parsed is not None else ()
    if isinstance(expr, ast.BinOp) and isinstance(expr.op, ast.BitOr):
        return union(instance(ev, expr.left, frame), instance(ev, expr.right, frame))
    if isinstance(expr, ast.Tuple):
        return union(*(instance(ev, part, frame) for part in expr.elts)) if expr.elts else ()
    if isinstance(expr, ast.Subscript):
        return _subscript(ev, expr, frame)
    return of(ev.values(expr, frame))


def of(values: Values) -> Values:
    """An object of each class."""
    found: list[Values] = []
    for value in values:
        if isinstance(value, Symbol):
            found.append((value.called(),))
        elif isinstance(value, Class):
            found.append((Instance(value),))
        elif isinstance(value, Made):
            found.append(of(value.bases))
    return union(*found) if found else ()


def _subscript(ev: Evaluator, expr: ast.Subscript, frame: Frame) -> Values:
    head = {value.path for value in ev.values(expr.value, frame) if isinstance(value, Symbol)}
    inner = expr.slice.elts if isinstance(expr.slice, ast.Tuple) and expr.slice.elts else [expr.slice]
    if head & CLASSES:
        return ev.values(inner[0], frame)
    if head & THROUGH:
        parts = inner if head & {"typing.Union"} else inner[-1:] if "typing.Coroutine" in head else inner[:1]
        return union(*(instance(ev, part, frame) for part in parts))
    if head & MANY:
        return (Sequence((instance(ev, inner[0], frame),)),)
    return of(ev.values(expr.value, frame))


def _parsed(expr: ast.Constant) -> ast.expr | None:
    """The expression inside of a quoted annotation, with the place of the quotes."""
    known: ast.expr | None = getattr(expr, "parsed", None)
    if known is None:
        try:
            known = ast.parse(str(expr.value).strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
        for node in ast.walk(known):
            ast.copy_location(node, expr)
        expr.parsed = known  # type: ignore[attr-defined]  # kept beside the text that it is the reading of
    return known
