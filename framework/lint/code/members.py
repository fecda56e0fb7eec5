"""What a value has under a name or a key."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from framework.lint.code import calls, classes, lookup
from framework.lint.code.modules import generated
from framework.lint.code.scopes import Frame
from framework.lint.code.values import (
    HIDDEN,
    Class,
    Function,
    Instance,
    Made,
    Mapping,
    Method,
    Module,
    Names,
    Number,
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

LONGEST = 200
ABOVE = ("__bases__", "__orig_bases__", "__mro__", "__base__", "mro", "__subclasses__")
CALLED = ("mro", "__subclasses__")
GETTERS = ("__getattr__", "__getattribute__")


def attribute(ev: Evaluator, value: Value, word: str) -> Values:
    if word in GETTERS and isinstance(value, (Symbol, Module)):
        return (Partial((Symbol("builtins.getattr"),), ((value,),), ()),)
    if word == "__dict__":
        return (Names(value),)
    match value:
        case Symbol("sys") if word == "modules":
            return (Names(None),)
        case Symbol(path):
            if word in ABOVE and path != "builtins.object":
                return _above(value, word)
            if word == "__class__" and path.endswith("()"):
                return (Symbol(path[:-2]),)
            return (value.attribute(word),) if len(path) < LONGEST else ()
        case Module():
            return of_module(ev, value, word)
        case Class():
            return _of_type(ev, value, word) or of_class(ev, value, word)
        case Instance():
            return of_instance(ev, value, word)
        case Made(bases=bases):
            return union(*(attribute(ev, base, word) for base in bases)) if bases else ()
        case Mapping():
            return value.get(word) or (Method(value, word),)
        case Function() if word == "__wrapped__":
            return (value,)
        case Text() | Number() if word in ("value", "_value_"):
            return (value,)  # of an enum
        case Text() | Sequence() | Names():
            return (Method(value, word),)
        case Partial(of) if word == "func":
            return of
    return ()


def _above(value: Symbol, word: str) -> Values:
    """The classes above and below one of another package are as guarded as itself."""
    if word == "__base__":
        return (value,)
    whole = Sequence(((value,),))
    return (Method(whole, "copy"),) if word in CALLED else (whole,)


def of_module(ev: Evaluator, module: Module, word: str) -> Values:
    """A name of a module, a module inside of it, or what its `__getattr__` finds."""
    full = f"{module.name}.{word}"
    path = ev.modules.lookup(module.name, "")
    parsed = ev.modules.parsed(path) if path is not None else None
    if parsed is not None:
        ev.modules.asked.setdefault(parsed.path, set())
        scope = parsed.scope
        if word in scope.names:
            return lookup.bound(ev, word, scope.frame)
        found = lookup.star(ev, word, scope)
        if found:
            return found
    if generated(full):
        return (Symbol(full),)
    if ev.modules.lookup(full, "") is not None or ev.modules.package(full, "") is not None:
        return (Module(full),)
    if parsed is not None and "__getattr__" in parsed.scope.names:
        doors = lookup.bound(ev, "__getattr__", parsed.scope.frame)
        return union(*(calls.call(ev, door, calls.Arguments([(Text(word),)])) for door in doors)) if doors else ()
    return ()


def of_class(ev: Evaluator, found: Class, word: str) -> Values:
    for each in classes.order(ev, found):
        if isinstance(each, Class) and word in each.scope.names:
            return lookup.bound(ev, word, each.frame)
        if isinstance(each, Symbol) and not each.path.startswith("builtins."):
            return (each.attribute(word),)
    return ()


def of_instance(ev: Evaluator, value: Instance, word: str) -> Values:
    """A method is bound, a property asked; beside what the class has stands what its methods gave `self`."""
    found: list[Values] = []
    for each in of_class(ev, value.of, word):
        found.append(_bound(ev, each, value))
    found.append(_given(ev, value, word))
    for each in classes.order(ev, value.of):
        if isinstance(each, Symbol) and not each.path.startswith("builtins."):
            found = [part for part in found if part != (each.attribute(word),)]
            found.append((each.called().attribute(word),))
            break
    return union(*found)


def _bound(ev: Evaluator, each: Value, value: Instance) -> Values:
    if not isinstance(each, Function) or isinstance(each.node, ast.Lambda):
        return (each,)
    marks = {mark for expr in each.node.decorator_list for mark in ev.names(ev.values(expr, each.frame))}
    if "builtins.staticmethod" in marks:
        return (each,)
    own: Value = value.of if "builtins.classmethod" in marks else value
    method = Function(each.node, each.scope, each.frame, own)
    if marks & {"builtins.property", "functools.cached_property"}:
        return calls.call(ev, method, calls.Arguments([]))
    return (method,)


def _given(ev: Evaluator, value: Instance, word: str) -> Values:
    """`self.word = …` in the methods of a class, each with the arguments that the object was made with."""
    found: list[Values] = [values for name, values in value.given if name == word and word in value.of.scope.names]
    for each in classes.order(ev, value.of):
        if not isinstance(each, Class):
            continue
        for target, expr, scope in each.scope.top.sets.get(f".{word}", ()):
            owner = target.value  # type: ignore[attr-defined]  # the key says that it is an attribute
            if isinstance(owner, ast.Name) and scope.parent is each.scope and owner.id == _first(scope.node):
                frame = Frame(scope, each.frame, dict(value.given), 1) if value.given else scope.frame
                found.append(ev.values(expr, frame))
    return union(*found) if found else ()


def _first(function: ast.FunctionDef) -> str:
    names = [*function.args.posonlyargs, *function.args.args]
    return names[0].arg if names else ""


def _of_type(ev: Evaluator, found: Class, word: str) -> Values:
    """What every class has."""
    if word in ("__bases__", "__orig_bases__"):
        return (Sequence(tuple((base,) for base in classes.above(ev, found))),)
    if word == "__base__":
        return tuple(classes.above(ev, found)[:1])
    if word == "__mro__":
        return (Sequence(tuple((each,) for each in classes.order(ev, found))),)
    if word == "mro":
        return (Method(Sequence(tuple((each,) for each in classes.order(ev, found))), "copy"),)
    if word == "__name__":
        return (Text(found.node.name),)
    return ()


def subscript(ev: Evaluator, expr: ast.Subscript, frame: Frame) -> Values:
    keys = () if isinstance(expr.slice, ast.Slice) else ev.values(expr.slice, frame)
    found = [item(ev, value, keys, expr.slice) for value in ev.values(expr.value, frame)]
    return union(*found) if found else ()


def item(ev: Evaluator, value: Value, keys: Values, place: ast.expr | None = None) -> Values:
    match value:
        case Class():
            return _of_generic(ev, value, keys)
        case Symbol("builtins"):
            return of_names(ev, value, keys)
        case Symbol(path):
            return (value,) if path.rpartition(".")[2][:1].isupper() else (Symbol(f"{path}[]"),)
        case Names(of):
            return of_names(ev, of, keys)
        case Text() | Sequence() if isinstance(place, ast.Slice):
            return _slice(value, place)
        case Sequence(items):
            found = [items[at] for at in _places(items, keys)]
            return union(*found) if found else union(*items) if items else ()
        case Mapping(pairs):
            found = [value.get(key.value) for key in keys if isinstance(key, (Text, Number))]
            return union(*found) if any(found) else union(*(each for _, each in pairs)) if pairs else ()
        case Text(text) if isinstance(text, str):
            return tuple(Text(text[at]) for at in _places(text, keys))
    return ()


def _of_generic(ev: Evaluator, value: Class, keys: Values) -> Values:
    """A generic class is itself, unless it says what it gives."""
    doors = [door for door in of_class(ev, value, "__class_getitem__") if isinstance(door, Function)]
    given = calls.Arguments([(value,), keys])
    return union((value,), *(calls.call(ev, door, given) for door in doors))


def of_names(ev: Evaluator, of: Value | None, keys: Values) -> Values:
    """What a namespace holds under a key; under one that is not known, the hidden part of a package."""
    whole = [key.value for key in keys if isinstance(key, Text) and isinstance(key.value, str) and not key.open]
    if of is None:
        return union(*(lookup.module_values(ev, name, "") for name in whole)) if whole else (Symbol(HIDDEN),)
    if whole:
        return union(*(attribute(ev, of, name) for name in whole))
    return hidden(ev, of)


def hidden(ev: Evaluator, of: Value) -> Values:
    """Any attribute of a value: of a module of the workspace all that it has, of a package `package.?`."""
    if isinstance(of, Symbol):
        return (of.attribute(HIDDEN),)
    if isinstance(of, Module):
        path = ev.modules.lookup(of.name, "")
        parsed = ev.modules.parsed(path) if path is not None else None
        if parsed is not None:
            return union((), *(lookup.bound(ev, word, parsed.scope.frame) for word in list(parsed.scope.names)))
    return ()


def _places(items: tuple[object, ...] | str, keys: Values) -> list[int]:
    asked = [key.value for key in keys if isinstance(key, Number) and key.value is not None]
    return [at for at in asked if -len(items) <= at < len(items)]


def _slice(value: Text | Sequence, place: ast.Slice) -> Values:
    bounds = []
    for part in (place.lower, place.upper, place.step):
        try:
            bounds.append(ast.literal_eval(part) if part is not None else None)
        except ValueError:
            return ()
    cut = slice(*bounds)
    if isinstance(value, Sequence):
        return (Sequence(value.items[cut]),)
    return (Text(value.value[cut]),)
