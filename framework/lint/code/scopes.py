"""Where names live, and a run of such a place."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framework.lint.code.values import Values

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)

Path = tuple[int | str, ...]
"""The way from a value to a part of it: `a, (b, *c) = value` gives b the path (1, 0) and c the path (1, "*")."""


@dataclass(slots=True)
class Binding:
    """One place that gives a name its value. `kind` says how `node` does it."""

    kind: str
    node: Any
    path: Path = ()


@dataclass(eq=False, slots=True)
class Scope:
    """Where names live. `sets` are attributes and items given from outside: `holder.model = X`, `kinds["a"] = X`."""

    kind: str
    node: Any
    parent: Scope | None
    file: str
    module: str
    names: dict[str, list[Binding]] = field(default_factory=dict)
    stars: list[ast.ImportFrom] = field(default_factory=list)
    outer: dict[str, Scope] = field(default_factory=dict)
    inner: dict[ast.AST, Scope] = field(default_factory=dict)
    sets: dict[str, list[tuple[ast.expr, ast.expr, Scope]]] = field(default_factory=dict)
    yields: list[ast.expr] = field(default_factory=list)
    returns: list[ast.expr] = field(default_factory=list)
    default: Frame | None = None

    @property
    def top(self) -> Scope:
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    @property
    def frame(self) -> Frame:
        """What is known of a run of this scope when nobody is looked at who starts it."""
        if self.default is None:
            self.default = Frame(self, self.parent.frame if self.parent is not None else None)
        return self.default


@dataclass(eq=False, slots=True)
class Frame:
    """A run of a scope: `given` are the arguments that are known."""

    scope: Scope
    outer: Frame | None
    given: dict[str, Values] = field(default_factory=dict)
    depth: int = 0
    known: dict[ast.AST | str, Values] = field(default_factory=dict)


Sites = dict[type, list[tuple[ast.AST, Scope]]]
