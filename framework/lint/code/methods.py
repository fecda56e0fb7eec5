"""Methods of texts, lists, dicts and namespaces, as far as a name can be hidden behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from framework.lint.code import members, texts
from framework.lint.code.values import Getter, Mapping, Names, Number, Sequence, Text, Value, Values, union

if TYPE_CHECKING:
    from framework.lint.code.calls import Arguments
    from framework.lint.code.evaluate import Evaluator

PLAIN = frozenset({
    "capitalize", "title", "upper", "lower", "strip", "lstrip", "rstrip", "replace", "removeprefix", "removesuffix",
    "swapcase", "casefold", "format", "encode", "decode", "split", "rsplit", "partition", "rpartition", "hex",
    "translate", "splitlines", "zfill", "center", "ljust", "rjust", "expandtabs",
})  # fmt: skip
"""Methods of a text that depend on nothing but their arguments, and are safe to run on what the code says."""

LONGEST = 10_000


def call(ev: Evaluator, of: Value, name: str, given: Arguments) -> Values:
    match of:
        case Text():
            return _text(of, name, given)
        case Mapping():
            return _mapping(ev, of, name, given)
        case Names(inner):
            return _namespace(ev, of, inner, name, given)
        case Sequence(items):
            if name in ("copy", "__iter__"):
                return (of,)
            if name in ("pop", "__getitem__"):
                return members.item(ev, of, given.get(0) or (Number(-1),))
            return union(*items) if name == "__next__" and items else ()
    return ()


def _text(of: Text, name: str, given: Arguments) -> Values:
    if name == "join":
        return _join(of, given.get(0))
    if name in ("__add__",):
        return texts.added((of,), given.get(0))
    if of.open or name not in PLAIN:
        return ()
    args = [_plain(values) for values in given.args]
    words = {word: _plain(values) for word, values in given.keywords.items()}
    if any(part is None for part in (*args, *words.values())) or _grows(args):
        return (Text(of.value.split("{")[0], True),) if name == "format" and isinstance(of.value, str) else ()
    try:
        found = getattr(of.value, name)(*(part[0] for part in args if part), **{w: p[0] for w, p in words.items() if p})
    except Exception:  # noqa: BLE001  # whatever the code gets wrong here is no name
        return ()
    if isinstance(found, (str, bytes)):
        return (Text(found),) if len(found) < LONGEST else ()
    return (Sequence(tuple((Text(part),) for part in found)),) if isinstance(found, (list, tuple)) else ()


def _grows(args: list[Any]) -> bool:
    """Whether a width asks for a text that no name is as long as."""
    return any(part and isinstance(part[0], int) and part[0] > LONGEST for part in args)


def _join(of: Text, values: Values) -> Values:
    for value in values:
        if isinstance(value, Text) and isinstance(value.value, str) and isinstance(of.value, str):
            return (Text(of.value.join(value.value)),)
        if isinstance(value, Sequence):
            found: Values = (Text(of.value[:0]),)
            for index, item in enumerate(value.items):
                found = texts.added(texts.added(found, (of,)) if index else found, item)
            return found
    return (Text("", True),)


def _plain(values: Values) -> tuple[str | bytes | int | None] | None:
    """The one constant that an argument is."""
    if len(values) == 1 and isinstance(values[0], (Text, Number)) and not getattr(values[0], "open", False):
        return (values[0].value,)
    return None


def _mapping(ev: Evaluator, of: Mapping, name: str, given: Arguments) -> Values:
    if name in ("get", "__getitem__", "pop", "setdefault"):
        return union(members.item(ev, of, given.get(0)), given.get(1))
    if name == "values":
        return (Sequence(tuple(values for _, values in of.pairs)),)
    if name == "items":
        return (Sequence(tuple((Sequence(((_key(key),), values)),) for key, values in of.pairs)),)
    if name == "keys":
        return (Sequence(tuple((_key(key),) for key, _ in of.pairs)),)
    return (of,) if name == "copy" else ()


def _namespace(ev: Evaluator, of: Names, inner: Value | None, name: str, given: Arguments) -> Values:
    """What a module, or a class, is asked for by name; of its items any one."""
    if name in ("get", "__getitem__", "pop", "setdefault"):
        return members.of_names(ev, inner, given.get(0))
    if name in ("values", "items", "popitem"):
        held = members.of_names(ev, inner, ())
        item = (Sequence(((), held)),) if name != "values" else held
        return item if name == "popitem" else (Sequence((item,)),)
    return (of,) if name == "copy" else ()


def _key(key: str | bytes | int | None) -> Value:
    return Text(key) if isinstance(key, (str, bytes)) else Number(key)


def got(ev: Evaluator, getter: Getter, values: Values) -> Values:
    """What a getter of `operator` takes from its argument."""
    found: list[Values] = []
    for value in values:
        for key in getter.key:
            if getter.kind == "item":
                found.append(members.item(ev, value, (key,)))
            elif isinstance(key, Text) and isinstance(key.value, str):
                found.append(way(ev, value, key.value))
        if not getter.key:
            found.append(members.hidden(ev, value))
    return union(*found) if found else ()


def way(ev: Evaluator, value: Value, dotted: str) -> Values:
    """Attributes of attributes."""
    values: Values = (value,)
    for word in dotted.split("."):
        parts = [members.attribute(ev, each, word) for each in values]
        values = union(*parts) if parts else ()
    return values


Plain = Callable[..., Any]
