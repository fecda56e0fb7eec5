"""What a call gives: of a function what it returns, with the arguments that it was given."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.lint.code import annotated, classes, known, lookup, members, methods
from framework.lint.code.scopes import Frame, Scope
from framework.lint.code.values import (
    Class,
    Function,
    Getter,
    Instance,
    Made,
    Mapping,
    Method,
    Partial,
    Sequence,
    Symbol,
    Text,
    Value,
    Values,
    union,
)

if TYPE_CHECKING:
    from framework.lint.code.evaluate import Evaluator

DEEPEST = 6
LONGEST = 200


@dataclass(slots=True)
class Arguments:
    """`node` and `frame` are those of the call, where it stands in code."""

    args: list[Values]
    keywords: dict[str, Values] = field(default_factory=dict)
    node: ast.Call | None = None
    frame: Frame | None = None

    def get(self, index: int, word: str = "") -> Values:
        return self.args[index] if index < len(self.args) else self.keywords.get(word, ())


def expression(ev: Evaluator, expr: ast.Call, frame: Frame) -> Values:
    functions = ev.values(expr.func, frame)
    if not functions:
        return ()
    given = arguments(ev, expr, frame)
    return union(*(call(ev, function, given) for function in functions))


def arguments(ev: Evaluator, expr: ast.Call, frame: Frame) -> Arguments:
    args: list[Values] = []
    for part in expr.args:
        if isinstance(part, ast.Starred):
            args += lookup.items(ev.values(part.value, frame))
        else:
            args.append(ev.values(part, frame))
    keywords: dict[str, Values] = {}
    for word in expr.keywords:
        found = ev.values(word.value, frame)
        if word.arg is not None:
            keywords[word.arg] = found
        else:
            pairs = [pair for each in found if isinstance(each, Mapping) for pair in each.pairs]
            keywords.update({key: value for key, value in pairs if isinstance(key, str)})
    return Arguments(args, keywords, expr, frame)


def call(ev: Evaluator, function: Value, given: Arguments) -> Values:
    match function:
        case Symbol(path):
            special = known.FUNCTIONS.get(path)
            if special is not None:
                return special(ev, given)
            return (function.called(),) if len(path) < LONGEST else ()
        case Function():
            return returned(ev, function, given)
        case Class():
            return _made(ev, function, given)
        case Made():
            return annotated.of((function,))
        case Partial(of, args, keywords):
            whole = Arguments([*args, *given.args], {**dict(keywords), **given.keywords}, given.node, given.frame)
            return union(*(call(ev, each, whole) for each in of)) if of else ()
        case Getter():
            return methods.got(ev, function, given.get(0))
        case Method(of, name):
            return methods.call(ev, of, name, given)
        case Instance():
            found = members.attribute(ev, function, "__call__")
            return union(*(call(ev, each, given) for each in found)) if found else ()
    return ()


def returned(ev: Evaluator, function: Function, given: Arguments) -> Values:
    """What a function gives back; a generator the sequence of what it yields."""
    frame = run(ev, function, given)
    scope = function.scope
    found = [ev.values(expr, frame) for expr in scope.returns]
    if scope.yields:
        found.append((Sequence(tuple(ev.values(expr, frame) for expr in scope.yields)),))
    values = union(*found) if found else ()
    annotation = getattr(function.node, "returns", None)
    if not values and annotation is not None:
        return annotated.instance(ev, annotation, function.frame)
    return values


def run(ev: Evaluator, function: Function, given: Arguments) -> Frame:
    """The frame of a call: one for all calls that give it nothing known."""
    named = bound(function, given)
    scope, outer = function.scope, function.frame
    if (not any(named.values()) and outer is outer.scope.default) or outer.depth > DEEPEST:
        return scope.frame
    depth = max(outer.depth, given.frame.depth if given.frame is not None else 0) + 1
    if depth > DEEPEST:
        return scope.frame
    key = (function.node, outer, tuple(named.items()))
    frame = ev.frames.get(key)
    if frame is None:
        frame = ev.frames[key] = Frame(scope, outer, named, depth)
    return frame


def bound(function: Function, given: Arguments) -> dict[str, Values]:
    """The arguments of a call by the names of the parameters; of what is not known nothing is said."""
    parameters = function.node.args
    names = [found.arg for found in (*parameters.posonlyargs, *parameters.args)]
    args = ([(function.self,)] if function.self is not None else []) + given.args
    found: dict[str, Values] = dict(zip(names, args, strict=False))
    if parameters.vararg is not None:
        found[parameters.vararg.arg] = (Sequence(tuple(args[len(names) :])),)
    accepted = {*names, *(one.arg for one in parameters.kwonlyargs)}
    found.update({word: values for word, values in given.keywords.items() if word in accepted})
    if parameters.kwarg is not None:
        rest = tuple((word, values) for word, values in given.keywords.items() if word not in accepted)
        found[parameters.kwarg.arg] = (Mapping(rest),)
    return {word: values for word, values in found.items() if values}


def parameter(ev: Evaluator, node: ast.arg, frame: Frame) -> Values:
    """A parameter is what it was given; of a run that nobody is known to start what it is annotated and defaults to."""
    if node.arg in frame.given:
        return frame.given[node.arg]
    function = frame.scope.node
    found = _own(ev, node, frame, function)
    if found:
        return found
    outer = frame.outer if frame.outer is not None else frame
    default = _default(function.args, node)
    parts = [ev.values(default, outer)] if default is not None else []
    if node.annotation is not None:
        parts.append(annotated.instance(ev, node.annotation, outer))
    return union(*parts) if parts else ()


def _own(ev: Evaluator, node: ast.arg, frame: Frame, function: ast.FunctionDef) -> Values:
    """`self` and `cls` of a method."""
    outer = frame.outer
    first = [*function.args.posonlyargs, *function.args.args][:1]
    if outer is None or outer.scope.kind != "class" or first != [node]:
        return ()
    own = Class(outer.scope.node, outer.scope, outer)
    marks = {mark for expr in function.decorator_list for mark in ev.names(ev.values(expr, outer))}
    if "builtins.staticmethod" in marks:
        return ()
    is_class = "builtins.classmethod" in marks or function.name in ("__new__", "__init_subclass__", "__class_getitem__")
    return (own,) if is_class else (Instance(own),)


def _default(given: ast.arguments, node: ast.arg) -> ast.expr | None:
    places = [*given.posonlyargs, *given.args]
    if node in places:
        at = places.index(node) - len(places) + len(given.defaults)
        return given.defaults[at] if at >= 0 else None
    return given.kw_defaults[given.kwonlyargs.index(node)] if node in given.kwonlyargs else None


def entered(ev: Evaluator, values: Values) -> Values:
    """What `with value as name` gives the name."""
    found: list[Values] = []
    for value in values:
        if isinstance(value, Sequence):
            found += value.items
        elif isinstance(value, Instance):
            doors = [door for word in ("__enter__", "__aenter__") for door in members.attribute(ev, value, word)]
            results = [call(ev, door, Arguments([])) for door in doors]
            found.append(union(*results) if any(results) else (value,))
        else:
            found.append((value,))
    return union(*found) if found else ()


def _made(ev: Evaluator, found: Class, given: Arguments) -> Values:
    """An object, with the arguments of its `__init__`; a class of classes makes classes."""
    if "builtins.type" in classes.bases(ev, (found,)) and len(given.args) > 1:
        return known.made(ev, given)
    doors = members.of_class(ev, found, "__init__")
    named: dict[str, Values] = {}
    for door in doors:
        if isinstance(door, Function):
            named |= bound(Function(door.node, door.scope, door.frame, Text("")), given)
            named.pop(next(iter(named), ""), None)
    if not doors:
        named = dict(given.keywords) | dict(zip(_fields(found.scope), given.args, strict=False))
    return (Instance(found, tuple((word, values) for word, values in named.items() if values)),)


def _fields(scope: Scope) -> list[str]:
    """The annotated names of a class, in their order: the arguments of a dataclass."""
    return [word for word, bindings in scope.names.items() if any(one.kind == "annotation" for one in bindings)]
