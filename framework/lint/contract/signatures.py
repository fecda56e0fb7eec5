"""Whether a method takes and gives what its operation asks for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.ir import UNSET, Operation
from framework.lint.code.scopes import Frame
from framework.lint.contract.methods import Method
from framework.lint.contract.shapes import NONE, Shape, asked, fits, shown, written

if TYPE_CHECKING:
    from framework.lint.code.evaluate import Evaluator

SESSION: Shape = frozenset({("class", "sqlalchemy.ext.asyncio.AsyncSession")})
BOUND = frozenset({"builtins.staticmethod", "builtins.classmethod", "builtins.property", "functools.cached_property"})
RESULT = "return"


@dataclass(frozen=True, slots=True)
class Difference:
    """`name` is that of a parameter, or `return`; `renames` says that code in the body may have to follow."""

    name: str
    told: str
    renames: bool = False


def differences(ev: Evaluator, operation: Operation, method: Method) -> list[Difference]:
    frame = method.bare.frame
    found = [*_form(ev, method.node, frame)]
    if not found or method.node.args.args:
        found += _parameters(ev, operation, method.node, frame)
    found += _result(ev, operation, method.node, frame)
    return found


def parameters(operation: Operation) -> dict[str, Shape]:
    """What a handler gives to the method, by name."""
    found: dict[str, Shape] = {}
    if "database" in operation.domain.service.access:
        found["session"] = SESSION
    for param in operation.params:
        absent = not param.required and param.default is UNSET
        shape = asked(param.type)
        found[param.name.text] = shape | {NONE} if param.nullable or absent else shape
    if operation.input is not None:
        found["payload"] = asked(operation.input)
    return found


def _form(ev: Evaluator, node: ast.FunctionDef | ast.AsyncFunctionDef, frame: Frame) -> Iterator[Difference]:
    marks = {mark for expr in node.decorator_list for mark in ev.names(ev.values(expr, frame))}
    if marks & BOUND:
        yield Difference("self", f"it is a {min(marks & BOUND).rpartition('.')[2]}", renames=True)
    elif isinstance(node, ast.FunctionDef):
        yield Difference("self", "it is no `async def`", renames=True)


def _parameters(
    ev: Evaluator, operation: Operation, node: ast.FunctionDef | ast.AsyncFunctionDef, frame: Frame
) -> Iterator[Difference]:
    wanted, given = parameters(operation), node.args
    named = {arg.arg: arg for arg in (*given.args[0 if given.posonlyargs else 1 :], *given.kwonlyargs)}
    hidden = {arg.arg for arg in given.posonlyargs[1:]}
    for name, shape in wanted.items():
        if name in hidden:
            yield Difference(name, f"'{name}' cannot be given by name", renames=True)
        elif name not in named and given.kwarg is None:
            yield Difference(name, f"it takes no '{name}'", renames=True)
        elif name in named:
            own = written(ev, named[name].annotation, frame)
            if not fits(shape, own):
                yield Difference(name, f"'{name}' is {shown(own)}, not {shown(shape)}")
    for name in [*hidden, *named]:
        if name not in wanted and name not in _optional(given):
            yield Difference(name, f"'{name}' is given by nobody", renames=True)


def _result(
    ev: Evaluator, operation: Operation, node: ast.FunctionDef | ast.AsyncFunctionDef, frame: Frame
) -> Iterator[Difference]:
    own, wanted = written(ev, node.returns, frame), asked(operation.output)
    if not fits(own, wanted):
        yield Difference(RESULT, f"it returns {shown(own)}, not {shown(wanted)}")


def _optional(given: ast.arguments) -> set[str]:
    places = [*given.posonlyargs, *given.args]
    late = places[len(places) - len(given.defaults) :] if given.defaults else []
    words = [arg for arg, default in zip(given.kwonlyargs, given.kw_defaults, strict=True) if default is not None]
    return {arg.arg for arg in (*late, *words)}
