"""What a class is made of: the classes above it, in the workspace and in the packages that are installed."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from framework.lint.code.names import canonical
from framework.lint.code.values import Class, Made, Symbol, Value, Values
from framework.lint.guarded import METACLASS, SCHEMA

if TYPE_CHECKING:
    from framework.lint.code.evaluate import Evaluator

DEEPEST = 40


def above(ev: Evaluator, found: Class | Made) -> list[Value]:
    """The bases that a class names itself."""
    if isinstance(found, Made):
        return list(found.bases)
    outer = found.frame.outer if found.frame.outer is not None else found.frame
    values: list[Value] = []
    for expr in found.node.bases:
        if isinstance(expr, ast.Starred):
            values += [each for item in _items(ev, expr, outer) for each in item]
        else:
            values += ev.values(expr, outer)
    return values


def order(ev: Evaluator, found: Value) -> list[Value]:
    """A class and all above it, each once, nearest first."""
    seen: dict[Value, None] = {}
    waiting = [found]
    while waiting and len(seen) < DEEPEST:
        each = waiting.pop(0)
        if each in seen or not isinstance(each, (Class, Made, Symbol)):
            continue
        seen[each] = None
        if isinstance(each, (Class, Made)):
            waiting[:0] = above(ev, each)
    return list(seen)


def bases(ev: Evaluator, values: Values) -> frozenset[str]:
    """The names of all classes of other packages that stand in or above the values."""
    found: set[str] = set()
    for value in values:
        for each in order(ev, value):
            if isinstance(each, Symbol):
                found.add(canonical(each.path))
                found.update(ev.installed.above(each.path))
            elif isinstance(each, Class):
                found.update(metaclasses(ev, each))
    return frozenset(found)


def metaclasses(ev: Evaluator, found: Class) -> set[str]:
    """What `metaclass=` names, as `metaclass:<name>`."""
    outer = found.frame.outer if found.frame.outer is not None else found.frame
    names: set[str] = set()
    for word in found.node.keywords:
        if word.arg == "metaclass":
            for value in ev.values(word.value, outer):
                names.update(f"metaclass:{_of_schemas(name)}" for name in bases(ev, (value,)))
    return names


def _of_schemas(name: str) -> str:
    """The class of a generated class, `type(Title)`, is the one of all models."""
    made = name.removesuffix(".__class__")
    return METACLASS.removeprefix("metaclass:") if made != name and SCHEMA.match(made) else name


def _items(ev: Evaluator, expr: ast.Starred, frame: object) -> list[Values]:
    from framework.lint.code import lookup

    return lookup.items(ev.values(expr.value, frame))  # type: ignore[arg-type]  # the frame of the class
