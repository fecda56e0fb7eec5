"""Functions of Python that lead from one name to another: what each gives is computed, not run."""

from __future__ import annotations

import ast
import base64
import binascii
from collections.abc import Callable
from typing import TYPE_CHECKING

from framework.lint.code import annotated, calls, carried, lookup, members, methods, texts
from framework.lint.code.values import (
    HIDDEN,
    Getter,
    Made,
    Mapping,
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
from framework.lint.where import HIDES, kind_of

if TYPE_CHECKING:
    from framework.lint.code.calls import Arguments
    from framework.lint.code.evaluate import Evaluator


def _getattr(ev: Evaluator, given: Arguments) -> Values:
    found: list[Values] = [given.get(2)]
    words = given.get(1)
    for value in given.get(0):
        whole = [word for word in words if isinstance(word, Text) and isinstance(word.value, str) and not word.open]
        found += [members.attribute(ev, value, str(word.value)) for word in whole]
        if len(whole) < len(words) or not words:
            found.append(members.hidden(ev, value))
    return union(*found)


def _import(ev: Evaluator, given: Arguments) -> Values:
    """A module by a computed name. One that begins with a known package is a hidden part of it."""
    asker = given.frame.scope.file if given.frame is not None else ""
    found: list[Values] = []
    for name in given.get(0, "name"):
        if isinstance(name, Text) and isinstance(name.value, str) and not name.open:
            found.append(lookup.module_values(ev, _absolute(ev, name.value, given), asker))
        elif isinstance(name, Text) and isinstance(name.value, str) and "." in name.value:
            found.append((Symbol(f"{name.value.rpartition('.')[0]}.{HIDDEN}"),))
            _reach(ev, name.value, asker)
        else:
            found.append((Symbol(HIDDEN),))
    return union(*found) if found else (Symbol(HIDDEN),)


def _reach(ev: Evaluator, start: str, asker: str) -> None:
    """An import of anything below a folder that the rules pass over is one of all that lies there."""
    if kind_of(start.rpartition(".")[0].replace(".", "/") + "/x.py") in HIDES:
        for name in ev.modules.below(start):
            ev.modules.find(name, asker)


def _absolute(ev: Evaluator, name: str, given: Arguments) -> str:
    if not name.startswith(".") or given.frame is None:
        return name
    level = len(name) - len(name.lstrip("."))
    package = next(iter(ev.texts(given.get(1, "package"))), "")
    parts = package.split(".") if package else lookup.relative("", 1, given.frame.scope).split(".")
    return ".".join([*parts[: len(parts) - level + 1], name.lstrip(".")])


def _dunder_import(ev: Evaluator, given: Arguments) -> Values:
    """`__import__("a.b")` gives `a`, unless it is asked for a name inside."""
    if given.get(3, "fromlist"):
        return _import(ev, given)
    tops = tuple(Text(str(n.value).split(".")[0]) for n in given.get(0, "name") if isinstance(n, Text) and not n.open)
    return _import(ev, calls.Arguments([tops], {}, given.node, given.frame)) if tops else (Symbol(HIDDEN),)


def _vars(ev: Evaluator, given: Arguments) -> Values:
    return tuple(Names(value) for value in given.get(0)) if given.args else _globals(ev, given)


def _globals(ev: Evaluator, given: Arguments) -> Values:
    return (Names(Module(given.frame.scope.module)),) if given.frame is not None else ()


def _type(ev: Evaluator, given: Arguments) -> Values:
    if len(given.args) > 1:
        return made(ev, given)
    found: list[Values] = []
    for value in given.get(0):
        if isinstance(value, Symbol):
            called = value.path.endswith("()")
            found.append((Symbol(value.path[:-2]),) if called else (value.attribute("__class__"),))
        elif hasattr(value, "of") and not isinstance(value, (Names, Partial)):
            found.append((value.of,))
    return union(*found) if found else ()


def made(ev: Evaluator, given: Arguments) -> Values:
    """A class of a call: its name, its bases."""
    bases = lookup.elements(given.get(1, "bases"))
    name = next(iter(ev.texts(given.get(0, "name"))), "")
    fixed = given.frame is None or given.frame is given.frame.scope.default
    return (Made(name, bases, given.node or ast.Pass(), fixed),)


def _partial(ev: Evaluator, given: Arguments) -> Values:
    return (Partial(given.get(0), tuple(given.args[1:]), tuple(given.keywords.items())),)


def _reduce(ev: Evaluator, given: Arguments) -> Values:
    found = given.get(2) or lookup.elements(given.get(1))[:1]
    for item in lookup.items(given.get(1))[0 if given.get(2) else 1 :]:
        parts = [calls.call(ev, one, calls.Arguments([found, item])) for one in given.get(0)]
        found = union(*parts) if parts else ()
    return found


def _getter(kind: str) -> Known:
    def made_of(ev: Evaluator, given: Arguments) -> Values:
        return (Getter(kind, given.get(0)),)

    return made_of


def _method(ev: Evaluator, given: Arguments) -> Values:
    """`methodcaller("name", …)` is a getter whose attribute is called; the arguments matter to no name."""
    return (Getter("attribute", given.get(0)),)


def _same(ev: Evaluator, given: Arguments) -> Values:
    return given.get(0)


def _second(ev: Evaluator, given: Arguments) -> Values:
    return union(given.get(1), annotated.of(given.get(0)))


def _first(ev: Evaluator, given: Arguments) -> Values:
    return union(lookup.elements(given.get(0)), given.get(1))


def _sequence(ev: Evaluator, given: Arguments) -> Values:
    return tuple(each for each in given.get(0) if isinstance(each, Sequence)) or (
        (Sequence((lookup.elements(given.get(0)),)),) if given.get(0) else (Sequence(()),)
    )


def _map(ev: Evaluator, given: Arguments) -> Values:
    results = []
    for item in lookup.items(given.get(1)):
        parts = [calls.call(ev, one, calls.Arguments([item])) for one in given.get(0)]
        results.append(union(*parts) if parts else ())
    return (Sequence(tuple(results)),)


def _filter(ev: Evaluator, given: Arguments) -> Values:
    return _sequence(ev, calls.Arguments([given.get(1)]))


def _space(ev: Evaluator, given: Arguments) -> Values:
    held = tuple(each for each in given.get(0) if isinstance(each, Names))
    if held:
        return held
    before = [pair for each in given.get(0) if isinstance(each, Mapping) for pair in each.pairs]
    return (Mapping((*before, *given.keywords.items())),)


def _members(ev: Evaluator, given: Arguments) -> Values:
    return tuple(Names(value) for value in given.get(0))


def _zip(ev: Evaluator, given: Arguments) -> Values:
    columns = [lookup.items(values) for values in given.args]
    rows = zip(*columns, strict=False) if columns else ()
    return (Sequence(tuple((Sequence(tuple(row)),) for row in rows)),)


def _enumerate(ev: Evaluator, given: Arguments) -> Values:
    items = enumerate(lookup.items(given.get(0)))
    return (Sequence(tuple((Sequence(((Number(at),), item)),) for at, item in items)),)


def _chr(ev: Evaluator, given: Arguments) -> Values:
    codes = [each.value for each in given.get(0) if isinstance(each, Number) and each.value is not None]
    return tuple(Text(chr(code)) for code in codes if 0 <= code < 0x110000)


def _bytes(ev: Evaluator, given: Arguments) -> Values:
    numbers = [each.value for item in lookup.items(given.get(0)) for each in item[:1] if isinstance(each, Number)]
    return (Text(bytes(n for n in numbers if n is not None and 0 <= n < 256)),) if numbers else given.get(0)


def _decoded(ev: Evaluator, given: Arguments) -> Values:
    found: list[Value] = []
    for each in given.get(0):
        if isinstance(each, Text):
            try:
                found.append(Text(base64.b64decode(each.value)))
            except (binascii.Error, ValueError):
                continue
    return tuple(found)


def _text(ev: Evaluator, given: Arguments) -> Values:
    raw = [each.value for each in given.get(0) if isinstance(each, Text)]
    decoded = tuple(Text(data.decode(errors="ignore")) for data in raw if isinstance(data, bytes))
    return union(texts.written(given.get(0)), decoded)


def _eval(ev: Evaluator, given: Arguments) -> Values:
    found: list[Values] = []
    for text in ev.texts(given.get(0)):
        try:
            tree = ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        if given.frame is not None:
            found.append(ev.values(tree, given.frame))
    return union(*found) if found else ()


def _located(ev: Evaluator, given: Arguments) -> Values:
    """A thing by its dotted text: `pkgutil.resolve_name("pydantic:BaseModel")`."""
    found: list[Values] = []
    for text in ev.texts(given.get(0)):
        top, _, rest = text.replace(":", ".").partition(".")
        values = lookup.module_values(ev, top, "")
        found += [methods.way(ev, value, rest) if rest else (value,) for value in values]
    return union(*found) if found else (Symbol(HIDDEN),)


def _depends(ev: Evaluator, given: Arguments) -> Values:
    """A parameter that depends on a function holds what it gives."""
    parts = [calls.call(ev, one, calls.Arguments([])) for one in given.get(0, "dependency")]
    return calls.entered(ev, union(*parts)) if parts else ()


Known = Callable[["Evaluator", "Arguments"], Values]

FUNCTIONS: dict[str, Known] = {
    "builtins.getattr": _getattr, "inspect.getattr_static": _getattr, "builtins.object.__getattribute__": _getattr,
    "builtins.type.__getattribute__": _getattr, "importlib.import_module": _import,
    "builtins.__import__": _dunder_import, "importlib.__import__": _dunder_import, "builtins.vars": _vars,
    "builtins.globals": _globals, "builtins.locals": _globals,
    "builtins.type": _type, "types.new_class": made, "functools.partial": _partial, "functools.partialmethod": _partial,
    "functools.reduce": _reduce, "operator.attrgetter": _getter("attribute"), "operator.itemgetter": _getter("item"),
    "operator.methodcaller": _method, "operator.getitem": lambda ev, given: union(
        (), *(members.item(ev, value, given.get(1)) for value in given.get(0))
    ),
    "typing.cast": _second, "copy.copy": _same, "copy.deepcopy": _same, "builtins.next": _first,
    "builtins.anext": _first,
    "builtins.list": _sequence, "builtins.tuple": _sequence, "builtins.set": _sequence, "builtins.frozenset": _sequence,
    "builtins.zip": _zip, "builtins.enumerate": _enumerate, "inspect.getmembers": _members,
    "importlib.util.find_spec": _import, "importlib.util.module_from_spec": _same, "builtins.filter": _filter,
    "builtins.iter": _sequence, "builtins.reversed": _sequence, "builtins.sorted": _sequence, "builtins.map": _map,
    "builtins.dict": _space, "types.SimpleNamespace": _space, "types.MappingProxyType": _same, "builtins.chr": _chr,
    "builtins.bytes": _bytes, "builtins.bytearray": _bytes, "builtins.str": _text, "base64.b64decode": _decoded,
    "builtins.eval": _eval, "pkgutil.resolve_name": _located, "pydoc.locate": _located, "fastapi.Depends": _depends,
    "fastapi.Security": _depends, "inspect.unwrap": _same, "sys.intern": _same, "importlib.reload": _same,
    "sys.modules.get": _import, "asyncio.wait_for": _same, "asyncio.shield": _same, "contextlib.aclosing": _same,
    "contextlib.closing": _same, "weakref.proxy": _same, "typing.assert_type": _same,
    **carried.FUNCTIONS,
}  # fmt: skip
"""By the path of the function as it is written where it is defined."""
