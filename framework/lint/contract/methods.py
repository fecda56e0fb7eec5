"""The methods that a class has of its own or from above, as far as the workspace holds them."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.lint.code import classes, lookup
from framework.lint.code.scopes import FUNCTIONS
from framework.lint.code.values import Class, Function, Symbol
from framework.lint.contract.served import protocols

if TYPE_CHECKING:
    from framework.lint.rule import Site

OPEN = ("typing.", "abc.", "builtins.", "typing_extensions.")
"""Classes of these have no methods that a domain could ask for."""


@dataclass(frozen=True, slots=True)
class Method:
    """`bare` is the function as it is written, `entry` what is called: the same, or what a decorator made of it."""

    bare: Function
    entry: Function

    @property
    def node(self) -> ast.FunctionDef | ast.AsyncFunctionDef:
        assert isinstance(self.bare.node, FUNCTIONS)
        return self.bare.node


def method(site: Site, owner: Class, name: str) -> Method | None:
    """The function behind a method; None where there is none, or none that can be seen."""
    found = _found(site, owner, name)
    return found if isinstance(found, Method) else None


def lacks(site: Site, owner: Class, name: str) -> bool:
    """Whether a class has a method neither of its own nor from any class that could bring it."""
    return _found(site, owner, name) is None


def _found(site: Site, owner: Class, name: str) -> Method | bool | None:
    """True where something stands for the method that cannot be seen to be a function."""
    ev = site.workspace.code
    order = classes.order(ev, owner)
    for each in order:
        if isinstance(each, Class) and name in each.scope.names:
            if all(binding.kind == "annotation" for binding in each.scope.names[name]):
                continue
            return _function(site, each, name) or True
    known = protocols(site.project)
    strangers = [
        each for each in order if isinstance(each, Symbol) and each.path not in known and not each.path.startswith(OPEN)
    ]
    unknown = any(
        not ev.values(base, each.frame) for each in order if isinstance(each, Class) for base in each.node.bases
    )
    return True if strangers or unknown else None


def _function(site: Site, owner: Class, name: str) -> Method | None:
    """Decorators of the workspace come first in what a name stands for, the bare function last."""
    values = lookup.bound(site.workspace.code, name, owner.frame)
    found = [value for value in values if isinstance(value, Function) and isinstance(value.node, FUNCTIONS)]
    bare = [value for value in found if getattr(value.node, "name", "") == name] or found
    return Method(bare[-1], found[0]) if found else None
