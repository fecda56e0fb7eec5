"""Which declared errors leave a function, through all the functions of the workspace that it calls.

What a `try` or a `suppress` catches stays inside. A function that is handed to other code is taken to be called, for
that is what callbacks are for. What is not known raises nothing.
"""

from __future__ import annotations

import ast
from collections import abc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from framework.diagnostics import Span
from framework.ir import Error
from framework.lint.code import calls, classes, lookup, members
from framework.lint.code.names import canonical
from framework.lint.code.scopes import COMPREHENSIONS, FUNCTIONS, Frame
from framework.lint.code.values import (
    Class,
    Function,
    Instance,
    Made,
    Mapping,
    Partial,
    Sequence,
    Symbol,
    Value,
    Values,
)

if TYPE_CHECKING:
    from framework.lint.rule import Workspace

DEEPEST = 30
BASE = "framework.DeclaredError"
ALL = frozenset({"builtins.Exception", "builtins.BaseException", BASE})
DATABASE = "framework.raises"
"""`violations.raises(session, {"uq_users_email": EmailTaken})` raises what its mapping holds."""

THROWS = frozenset({"throw", "athrow", "set_exception"})
PROPERTIES = frozenset({"builtins.property", "functools.cached_property"})
INNER = (*FUNCTIONS, ast.ClassDef, ast.Lambda)
MARKS = ("__enter__", "__aenter__")


@dataclass(frozen=True, slots=True)
class Raised:
    """A declared error by the name of its class. `node` is where it leaves the function that was asked about, `origin`
    where it is raised; `kinds` are the classes by which it can be caught."""

    name: str
    kinds: frozenset[object]
    node: ast.AST
    origin: Span


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a statement: the run it belongs to, and what is being handled there under which name."""

    frame: Frame
    depth: int
    handled: tuple[Raised, ...] = ()
    caught: str | None = None


@dataclass(eq=False, slots=True)
class Raises:
    """`known` are the errors by the full names of their classes."""

    workspace: Workspace
    known: abc.Mapping[str, Error]
    done: dict[Frame, tuple[Raised, ...]] = field(default_factory=dict)

    def of(self, function: Function, given: calls.Arguments, depth: int = 0) -> tuple[Raised, ...]:
        """What a call of a function lets out. One that is being asked about already adds nothing to itself."""
        if depth > DEEPEST:
            return ()
        frame = calls.run(self.workspace.code, function, given)
        if frame not in self.done:
            self.done[frame] = ()
            body = [function.node.body] if isinstance(function.node, ast.Lambda) else function.node.body
            self.done[frame] = tuple(dict.fromkeys(self._all(body, Around(frame, depth))))
        return self.done[frame]

    def _all(self, nodes: Iterable[ast.AST | None], around: Around) -> Iterator[Raised]:
        for node in nodes:
            if node is not None:
                yield from self._node(node, around)

    def _node(self, node: ast.AST, around: Around) -> Iterator[Raised]:
        if isinstance(node, INNER):
            return
        if isinstance(node, ast.Raise):
            yield from self._raise(node, around)
        elif isinstance(node, ast.Try) or node.__class__.__name__ == "TryStar":
            yield from self._try(node, around)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            yield from self._with(node, around)
        else:
            if isinstance(node, COMPREHENSIONS):
                around = replace(around, frame=lookup.inner(around.frame, node))
            yield from self._expression(node, around)
            yield from self._all(ast.iter_child_nodes(node), around)

    def _raise(self, node: ast.Raise, around: Around) -> Iterator[Raised]:
        again = node.exc is None or (isinstance(node.exc, ast.Name) and node.exc.id == around.caught)
        if again:
            yield from (replace(one, node=node) for one in around.handled)
        elif node.exc is not None:
            yield from self._errors(self.workspace.code.values(node.exc, around.frame), node, around)
        yield from self._all((None if again else node.exc, node.cause), around)

    def _errors(self, values: Values, node: ast.AST, around: Around) -> Iterator[Raised]:
        for value in values:
            kinds = self._kinds(value)
            for name in sorted(kind for kind in kinds if isinstance(kind, str) and kind in self.known):
                yield Raised(name, kinds, node, self._span(node, around.frame))

    def _try(self, node: Any, around: Around) -> Iterator[Raised]:
        left = list(self._all(node.body, around))
        for handler in node.handlers:
            kinds = self._handled(handler.type, around.frame)
            caught = tuple(one for one in left if _catches(kinds, one))
            left = [one for one in left if one not in caught]
            inside = replace(around, handled=caught, caught=handler.name)
            yield from self._all((handler.type, *handler.body), inside)
        yield from left
        yield from self._all((*node.orelse, *node.finalbody), around)

    def _with(self, node: ast.With | ast.AsyncWith, around: Around) -> Iterator[Raised]:
        kinds: set[object] = set()
        for item in node.items:
            yield from self._all((item.context_expr,), around)
            for value in self.workspace.code.values(item.context_expr, around.frame):
                yield from self._entered(value, node, around)
                kinds |= self._kept_by(value)
            kinds |= self._suppressed(item.context_expr, around.frame)
        yield from (one for one in self._all(node.body, around) if not _catches(kinds, one))

    def _entered(self, value: Value, node: ast.AST, around: Around) -> Iterator[Raised]:
        if isinstance(value, Instance):
            for mark in MARKS:
                doors = members.attribute(self.workspace.code, value, mark)
                yield from self._called(doors, calls.Arguments([]), node, around)

    def _suppressed(self, expr: ast.expr, frame: Frame) -> set[object]:
        """What `suppress(X)` catches, and a manager that is a function with a `yield` inside of a `try`."""
        if not isinstance(expr, ast.Call):
            return set()
        ev = self.workspace.code
        values = ev.values(expr.func, frame)
        if "contextlib.suppress" in ev.names(values):
            return {kind for arg in expr.args for kind in self._handled(arg, frame)}
        found: set[object] = set()
        for value in values:
            for node in ast.walk(value.node) if isinstance(value, Function) else ():
                if isinstance(node, ast.Try) and any(isinstance(part, ast.Yield) for part in _within(node.body)):
                    own = value.scope.frame if isinstance(value, Function) else frame
                    found |= {kind for handler in node.handlers for kind in self._handled(handler.type, own)}
        return found

    def _kept_by(self, value: Value) -> set[object]:
        """A manager whose `__exit__` can say that it has dealt with whatever was raised."""
        if not isinstance(value, Instance):
            return set()
        doors = [
            door for mark in ("__exit__", "__aexit__") for door in members.of_class(self.workspace.code, value.of, mark)
        ]
        for door in doors:
            if isinstance(door, Function) and any(not _is_no(expr) for expr in door.scope.returns):
                return set(ALL)
        return set()

    def _expression(self, node: ast.AST, around: Around) -> Iterator[Raised]:
        """What is called where nobody reads `raise`: functions, properties, the methods behind `[]`."""
        ev, frame = self.workspace.code, around.frame
        if isinstance(node, ast.Call):
            given = calls.arguments(ev, node, frame)
            callees = ev.values(node.func, frame)
            yield from self._called(callees, given, node, around)
            if DATABASE in ev.names(callees):
                told = (value for values in given.get(1, "errors") for value in _values(values))
                yield from self._errors(tuple(told), node, around)
            if isinstance(node.func, ast.Attribute) and node.func.attr in THROWS:
                yield from self._errors(tuple(value for arg in given.args for value in arg), node, around)
            if not any(isinstance(value, (Function, Class)) for value in callees):
                for handed in (*given.args, *given.keywords.values()):
                    inner = tuple(value for value in handed if isinstance(value, (Function, Partial)))
                    yield from self._called(inner, calls.Arguments([]), node, around)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            for owner in ev.values(node.value, frame):
                yield from self._asked(owner, node, around)
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            key = calls.Arguments([ev.values(node.slice, frame)])
            for owner in ev.values(node.value, frame):
                if isinstance(owner, Instance):
                    yield from self._called(members.attribute(ev, owner, "__getitem__"), key, node, around)

    def _called(self, values: Values, given: calls.Arguments, node: ast.AST, around: Around) -> Iterator[Raised]:
        for value in values:
            found: tuple[Raised, ...] = ()
            if isinstance(value, Function):
                found = self.of(value, given, around.depth + 1)
            elif isinstance(value, Partial):
                yield from self._called(value.of, calls.Arguments([*value.args, *given.args]), node, around)
            elif isinstance(value, Class):
                found = self._made(value, given, around.depth + 1)
            elif isinstance(value, Instance):
                door = members.attribute(self.workspace.code, value, "__call__")
                yield from self._called(door, given, node, around)
            yield from (replace(one, node=node) for one in found)

    def _made(self, found: Class, given: calls.Arguments, depth: int) -> tuple[Raised, ...]:
        """What making an object lets out."""
        raised: list[Raised] = []
        for word in ("__init__", "__post_init__", "__new__"):
            for door in members.of_class(self.workspace.code, found, word):
                if isinstance(door, Function):
                    raised += self.of(replace(door, self=Instance(found)), given, depth)
        return tuple(raised)

    def _asked(self, owner: Value, node: ast.Attribute, around: Around) -> Iterator[Raised]:
        """What a property lets out."""
        if not isinstance(owner, Instance):
            return
        ev = self.workspace.code
        for found in members.of_class(ev, owner.of, node.attr):
            if not isinstance(found, Function) or isinstance(found.node, ast.Lambda):
                continue
            marks = {mark for expr in found.node.decorator_list for mark in ev.names(ev.values(expr, found.frame))}
            if marks & PROPERTIES:
                raised = self.of(replace(found, self=owner), calls.Arguments([]), around.depth + 1)
                yield from (replace(one, node=node) for one in raised)

    def _handled(self, expr: ast.expr | None, frame: Frame) -> set[object]:
        """The classes that an `except` names; a bare one names all."""
        if expr is None:
            return set(ALL)
        return {kind for value in _flat(self.workspace.code.values(expr, frame)) for kind in _own(value)}

    def _kinds(self, value: Value) -> frozenset[object]:
        """The classes of an exception: its own and all above it."""
        if isinstance(value, Symbol):
            way = value.path.removesuffix(".with_traceback()").removesuffix("()")
            return frozenset({way} if way in self.known else ())
        start = value.of if isinstance(value, Instance) else value
        if not isinstance(start, (Class, Made)):
            return frozenset()
        above = classes.order(self.workspace.code, start)
        return frozenset(kind for each in above for kind in _own(each))

    def _span(self, node: ast.AST, frame: Frame) -> Span:
        from framework.lint.rule import span

        path = frame.scope.file
        parsed = self.workspace.code.modules.parsed(path)
        return span(path, parsed.text if parsed is not None else "", node)


def _catches(kinds: Iterable[object], raised: Raised) -> bool:
    return any(kind in raised.kinds or kind in ALL for kind in kinds)


def _own(value: Value) -> Iterator[object]:
    if isinstance(value, Symbol):
        yield value.path
        yield canonical(value.path)
    elif isinstance(value, (Class, Made)):
        yield value.node


def _flat(values: Values) -> Iterator[Value]:
    for value in values:
        if isinstance(value, Sequence):
            for item in value.items:
                yield from _flat(item)
        else:
            yield value


def _within(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    for node in nodes:
        yield from ast.walk(node)


def _values(value: Value) -> Iterator[Value]:
    for _, found in value.pairs if isinstance(value, Mapping) else ():
        yield from found


def _is_no(expr: ast.expr) -> bool:
    return isinstance(expr, ast.Constant) and not expr.value
