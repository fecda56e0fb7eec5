"""What is put into a thing after it was made: `kinds["a"] = X`, `kinds.append(X)`, `holder.model = X`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from framework.lint.code.scopes import Frame
from framework.lint.code.values import Mapping, Number, Sequence, Text, Values, union

if TYPE_CHECKING:
    from framework.lint.code.evaluate import Evaluator

MOST = 64


def filled(ev: Evaluator, word: str, values: Values, frame: Frame) -> Values:
    """The lists and dicts among the values of a name, with what the rest of the file puts into them."""
    if not any(isinstance(value, (Sequence, Mapping)) for value in values):
        return values
    return tuple(
        _filled(ev, word, value, frame) if isinstance(value, (Sequence, Mapping)) else value for value in values
    )


def _filled(ev: Evaluator, word: str, value: Sequence | Mapping, frame: Frame) -> Sequence | Mapping:
    sets = frame.scope.top.sets
    if isinstance(value, Sequence):
        added = [ev.values(expr, scope.frame) for name, expr, scope in sets.get("append", ()) if _is(name, word)][:MOST]
        return Sequence((*value.items, *added)) if added else value
    pairs: list[tuple[str | bytes | int | None, Values]] = []
    for target, expr, scope in [*sets.get("[]", ()), *sets.get(".", ())][:MOST]:
        if isinstance(target, ast.Subscript) and _is(target.value, word):
            keys = ev.values(target.slice, scope.frame)
            found = ev.values(expr, scope.frame)
            pairs += [(key.value, found) for key in keys if isinstance(key, (Text, Number))] or [("\0", found)]
    for target, expr, scope in sets.get("update", ()):
        if _is(target, word):
            given = ev.values(expr, scope.frame)
            pairs += [pair for each in given if isinstance(each, Mapping) for pair in each.pairs]
    return Mapping((*value.pairs, *pairs)) if pairs else value


def _is(expr: ast.expr, word: str) -> bool:
    return isinstance(expr, ast.Name) and expr.id == word


def attributes(ev: Evaluator, expr: ast.Attribute, frame: Frame) -> Values:
    """What `holder.model = X` or `setattr(holder, "model", X)` gave an attribute of a name in the same file."""
    owner = expr.value
    given = frame.scope.top.sets.get(f".{expr.attr}")
    if not given or not isinstance(owner, ast.Name):
        return ()
    found: list[Values] = []
    for target, value, scope in given:
        known = target.value if isinstance(target, ast.Attribute) else target
        if target is not expr and _is(known, owner.id) and owner.id not in ("self", "cls"):
            found.append(ev.values(value, scope.frame))
    return union(*found) if found else ()
