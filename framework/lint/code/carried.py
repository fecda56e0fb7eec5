"""Functions of the standard library that hand on what they are given, alone or in a box."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from framework.lint.code import calls, lookup
from framework.lint.code.values import Class, Function, Partial, Sequence, Symbol, Value, Values, union

if TYPE_CHECKING:
    from framework.lint.code.calls import Arguments
    from framework.lint.code.evaluate import Evaluator


def called(ev: Evaluator, given: Arguments) -> Values:
    """`operator.call(f, x)`."""
    rest = calls.Arguments(given.args[1:], given.keywords, given.node, given.frame)
    return union((), *(calls.call(ev, each, rest) for each in given.get(0)))


def cached(ev: Evaluator, given: Arguments) -> Values:
    """`lru_cache(f)` is as good as `f`; `lru_cache(maxsize=1)` gives what hands it on."""
    kept = tuple(each for each in given.get(0) if isinstance(each, (Function, Class, Partial, Symbol)))
    return kept or (Symbol("copy.copy"),)


def boxed(ev: Evaluator, given: Arguments) -> Values:
    """A context, or a variable, with a value inside."""
    return (Sequence((given.get(0),)),) if given.get(0) else ()


def referred(ev: Evaluator, given: Arguments) -> Values:
    """What gives its argument back when it is called: a weak reference."""
    return (Partial((Symbol("copy.copy"),), (given.get(0),), ()),)


def same(ev: Evaluator, given: Arguments) -> Values:
    return given.get(0)


def one_of(ev: Evaluator, given: Arguments) -> Values:
    """`max(classes)`, `max(a, b)`, `random.choice(classes)`."""
    return union((), *given.args) if len(given.args) > 1 else lookup.elements(given.get(0))


def chained(ev: Evaluator, given: Arguments) -> Values:
    return (Sequence(tuple(item for values in given.args for item in lookup.items(values))),)


def above(ev: Evaluator, given: Arguments) -> Values:
    """The classes that a class is made of are as guarded as itself."""
    return (Sequence((given.get(0),)),)


def listed(ev: Evaluator, given: Arguments) -> Values:
    found: tuple[Value, ...] = tuple(each for each in given.get(0) if isinstance(each, Sequence))
    return found or (Sequence((lookup.elements(given.get(0)),)),)


FUNCTIONS: dict[str, Callable[[Evaluator, Arguments], Values]] = {
    "operator.call": called, "functools.lru_cache": cached, "functools.cache": cached, "contextlib.nullcontext": boxed,
    "weakref.ref": referred, "collections.ChainMap": same, "collections.OrderedDict": same, "builtins.max": one_of,
    "builtins.min": one_of, "random.choice": one_of, "secrets.choice": one_of, "itertools.chain": chained,
    "itertools.cycle": listed, "itertools.islice": listed, "itertools.repeat": boxed, "collections.deque": listed,
    "random.sample": listed, "itertools.chain.from_iterable": listed, "inspect.getmro": above,
    "types.resolve_bases": listed, "builtins.staticmethod": same, "builtins.classmethod": same,
}  # fmt: skip
