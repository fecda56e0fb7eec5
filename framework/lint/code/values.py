"""What an expression can stand for. An expression has several values where the code has several roads, and none
where nothing is known: `Values` is a tuple, the empty one is "unknown"."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.lint.code.scopes import Frame, Scope

MOST = 48
"""Alternatives that are kept of one expression; code with more is made by a machine."""

HIDDEN = "?"
"""The last part of a path whose name was computed: `getattr(fastapi, name)` is `fastapi.?`."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A thing of another package, or of a generated module, by the way to it. `fastapi.FastAPI()` is what the call
    gives, `fastapi.FastAPI().get` its method, `fastapi.?` a name that cannot be known."""

    path: str

    def attribute(self, name: str) -> Symbol:
        return Symbol(f"{self.path}.{name}")

    def called(self) -> Symbol:
        return Symbol(f"{self.path}()")


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the workspace, by its dotted name."""

    name: str


@dataclass(frozen=True, slots=True)
class Class:
    """A class statement of the workspace, in the frame in which it is executed."""

    node: ast.ClassDef
    scope: Scope
    frame: Frame


@dataclass(frozen=True, slots=True)
class Made:
    """A class that a call makes: `type("X", (Base,), {})`. One that is not `fixed` is made of what a caller gave."""

    name: str
    bases: tuple[Value, ...]
    node: ast.AST
    fixed: bool = True


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the workspace; `self` is what it is bound to."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    scope: Scope
    frame: Frame
    self: Value | None = None


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class of the workspace; `given` are the arguments that it was made with."""

    of: Class
    given: tuple[tuple[str, tuple[Value, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text or bytes; of an `open` one only the beginning is known."""

    value: str | bytes
    open: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """An int, a bool, or None."""

    value: int | None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, tuple or set that is written out."""

    items: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A dict that is written out, a namespace with fields. Keys are texts or numbers."""

    pairs: tuple[tuple[str | bytes | int | None, tuple[Value, ...]], ...]

    def get(self, key: object) -> tuple[Value, ...]:
        return tuple(value for known, values in self.pairs if known == key for value in values)


@dataclass(frozen=True, slots=True)
class Names:
    """The dictionary of what something holds by name: `vars(m)`, `m.__dict__`, `globals()`, `sys.modules`."""

    of: Value | None


@dataclass(frozen=True, slots=True)
class Partial:
    """A callable with some of its arguments."""

    of: tuple[Value, ...]
    args: tuple[tuple[Value, ...], ...]
    keywords: tuple[tuple[str, tuple[Value, ...]], ...]


@dataclass(frozen=True, slots=True)
class Getter:
    """`operator.attrgetter`, `itemgetter` and `methodcaller`: what will be asked of an argument."""

    kind: str
    key: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a value that the language itself provides: `"".join`, `{}.get`."""

    of: Value
    name: str


Value = (
    Symbol
    | Module
    | Class
    | Made
    | Function
    | Instance
    | Text
    | Number
    | Sequence
    | Mapping
    | Names
    | Partial
    | Getter
    | Method
)
Values = tuple[Value, ...]


def union(*parts: Values) -> Values:
    """All alternatives once, in the order of the code."""
    if len(parts) == 1:
        return parts[0]
    found = dict.fromkeys(value for part in parts for value in part)
    return tuple(found)[:MOST]
