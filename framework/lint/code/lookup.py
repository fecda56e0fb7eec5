"""What a name stands for: its bindings, from the innermost scope outward, and the modules behind imports."""

from __future__ import annotations

import ast
import builtins
from typing import TYPE_CHECKING

from framework.lint.code import annotated, calls, changes, decorators, members, texts
from framework.lint.code.modules import dotted, generated
from framework.lint.code.names import ALSO_IN, HANDS_ON
from framework.lint.code.scopes import Binding, Frame, Path, Scope
from framework.lint.code.values import Mapping, Module, Sequence, Symbol, Text, Values, union

if TYPE_CHECKING:
    from framework.lint.code.evaluate import Evaluator

BUILTINS = frozenset(dir(builtins))


def name(ev: Evaluator, word: str, frame: Frame) -> Values:
    here: Frame | None = frame
    while here is not None:
        if here.scope.kind != "class" or here is frame or frame.scope.kind == "comprehension":
            target = here.scope.outer.get(word)
            if target is not None:
                return bound(ev, word, _run_of(target, here))
            if word in here.scope.names:
                return bound(ev, word, here)
        top, here = here, here.outer
    return star(ev, word, top.scope) or _built_in(word, top.scope)


def bound(ev: Evaluator, word: str, frame: Frame) -> Values:
    """All that the bindings of a name in one scope give it, in their order: `+=` adds to what stands before it."""
    known = frame.known.get(word)
    return known if known is not None else ev.guarded(word, frame, _bound)


def _bound(ev: Evaluator, word: str, frame: Frame) -> Values:
    if word in frame.given and frame.scope.kind == "comprehension":
        return frame.given[word]
    found: Values = ()
    for binding in frame.scope.names.get(word, ()):
        if binding.kind == "augment":
            added = texts.joined(ev, found, ev.values(binding.node.value, frame), binding.node.op)
            found = union(found, added)
        else:
            found = union(found, _bound_by(ev, binding, frame))
    if frame.scope.stars and word in ALSO_IN:
        found = union(found, star(ev, word, frame.scope))
    return changes.filled(ev, word, found, frame)


def star(ev: Evaluator, word: str, scope: Scope) -> Values:
    """A name that only `from x import *` can have brought."""
    if not scope.stars:
        return ()
    key = f"*{word}"
    known = scope.frame.known.get(key)
    return known if known is not None else ev.guarded(key, scope.frame, _starred)


def _starred(ev: Evaluator, key: str, frame: Frame) -> Values:
    found: Values = ()
    word, scope = key[1:], frame.scope
    for node in scope.stars:
        for value in module_values(ev, absolute(node, scope), scope.file):
            if isinstance(value, Module):
                found = union(found, exported(ev, value, word))
            elif isinstance(value, Symbol) and _hands_on(value, word):
                found = union(found, (value.attribute(word),))
    return found


def exported(ev: Evaluator, module: Module, word: str) -> Values:
    """What `from module import *` gives a name: by `__all__`, else what has no underscore."""
    path = ev.modules.lookup(module.name, "")
    parsed = ev.modules.parsed(path) if path is not None else None
    if parsed is None:
        return ()
    scope = parsed.scope
    listed = [item for value in bound(ev, "__all__", scope.frame) for item in _texts_in(value)]
    if listed and word not in listed:
        return ()
    if not listed and word.startswith("_"):
        return ()
    return members.of_module(ev, module, word)


def module_values(ev: Evaluator, name: str, asker: str) -> Values:
    """The module of a dotted name, as the file `asker` sees it."""
    if generated(name):
        return (Symbol(name),)
    path = ev.modules.find(name, asker)
    if path is not None:
        full = dotted(path)
        return (Symbol(full),) if generated(full) else (Module(full),)
    package = ev.modules.package(name, asker)
    if package is not None:
        return (Module(package),)
    return (Symbol(name),) if name else ()


def absolute(node: ast.ImportFrom, scope: Scope) -> str:
    """The dotted name behind `from ..x import y`."""
    return relative(node.module or "", node.level, scope)


def relative(module: str, level: int, scope: Scope) -> str:
    if not level:
        return module
    package = scope.module.split(".")
    if not scope.file.endswith("__init__.py"):
        package = package[:-1]
    package = package[: len(package) - (level - 1)] if level > 1 else package
    return ".".join([*package, *([module] if module else [])])


def _bound_by(ev: Evaluator, binding: Binding, frame: Frame) -> Values:
    match binding.kind:
        case "value":
            return part(ev.values(binding.node, frame), binding.path)
        case "from":
            node, word = binding.node
            return _from(ev, node, word, frame.scope)
        case "import":
            alias = binding.node
            module = alias.name if alias.asname else alias.name.split(".")[0]
            if not alias.asname:
                ev.modules.find(alias.name, frame.scope.file)
            return module_values(ev, module, frame.scope.file)
        case "def":
            return ev.guarded(binding.node, frame, decorators.function)
        case "class":
            return ev.guarded(binding.node, frame, decorators.class_)
        case "param":
            return ev.guarded(binding.node, frame, calls.parameter)
        case "item":
            outer = frame.outer if frame.scope.kind == "comprehension" and frame.outer is not None else frame
            return part(elements(ev.values(binding.node, outer)), binding.path)
        case "enter":
            return part(calls.entered(ev, ev.values(binding.node, frame)), binding.path)
        case "annotation" | "caught":
            return annotated.instance(ev, binding.node, frame)
    return ()


def _from(ev: Evaluator, node: ast.ImportFrom, word: str, scope: Scope) -> Values:
    name = absolute(node, scope)
    found = []
    for value in module_values(ev, name, scope.file):
        if isinstance(value, Module):
            ev.modules.asked.setdefault(scope.file, set()).add(f"{value.name}.{word}")
        found.append(members.attribute(ev, value, word))
    return union(*found) if found else ()


def part(values: Values, path: Path) -> Values:
    """The part of what is unpacked that goes to one name."""
    for step in path:
        found: list[Values] = []
        for value in values:
            if isinstance(value, Sequence):
                found.append(_piece(value, step))
            elif isinstance(value, Symbol):
                found.append((Symbol(f"{value.path}[]"),))
        values = union(*found) if found else ()
    return values


def _piece(value: Sequence, step: int | str) -> Values:
    if isinstance(step, str):
        return (Sequence(value.items[int(step[1:]) :]),)
    if step < len(value.items):
        return value.items[step]
    return union(*value.items) if value.items else ()


def elements(values: Values) -> Values:
    """What a loop over the values meets."""
    found: list[Values] = []
    for value in values:
        if isinstance(value, Sequence):
            found += value.items
        elif isinstance(value, Mapping):
            found += [(Text(key),) for key, _ in value.pairs if isinstance(key, str)]
        elif isinstance(value, Symbol):
            found.append((Symbol(f"{value.path}[]"),))
    return union(*found) if found else ()


def items(values: Values) -> list[Values]:
    """The items of a sequence that is unpacked with a star."""
    return [item for value in values if isinstance(value, Sequence) for item in value.items]


def scope_of(frame: Frame, node: ast.AST) -> Scope | None:
    return frame.scope.inner.get(node)


def inner(frame: Frame, node: ast.AST) -> Frame:
    """The frame of a scope inside of a running one."""
    scope = frame.scope.inner.get(node)
    if scope is None:
        return frame
    return scope.frame if frame is frame.scope.default else Frame(scope, frame, {}, frame.depth)


def _run_of(scope: Scope, frame: Frame) -> Frame:
    here: Frame | None = frame
    while here is not None and here.scope is not scope:
        here = here.outer
    return here if here is not None else scope.frame


def _hands_on(value: Symbol, word: str) -> bool:
    return value.path.split(".")[0] in HANDS_ON or word not in BUILTINS


def _texts_in(value: object) -> list[str]:
    if not isinstance(value, Sequence):
        return []
    return [
        text.value for item in value.items for text in item if isinstance(text, Text) and isinstance(text.value, str)
    ]


def _built_in(word: str, scope: Scope) -> Values:
    special: dict[str, Values] = {
        "__name__": (Text(scope.module),),
        "__package__": (Text(relative("", 1, scope)),),
        "__builtins__": (Symbol("builtins"),),
    }
    if word in special:
        return special[word]
    return (Symbol(f"builtins.{word}"),) if word in BUILTINS else ()
