"""What a call calls, and with what: whatever of it a `partial` has been given before."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from framework.lint.code.names import canonical
from framework.lint.code.values import Made, Partial, Symbol, Values

if TYPE_CHECKING:
    from framework.lint.rule import Site


@lru_cache(maxsize=8)
def names(site: Site, node: ast.Call) -> frozenset[str]:
    """The names of what a call calls. Rules ask about one call after the other, and all of them ask this."""
    return frozenset(_names(site, site.values(node.func)))


def argument(node: ast.Call, index: int, *words: str) -> ast.expr | None:
    """An argument by its place or by one of its names."""
    for word in node.keywords:
        if word.arg in words:
            return word.value
    plain = [part for part in node.args if not isinstance(part, ast.Starred)]
    return plain[index] if 0 <= index < len(plain) and len(plain) == len(node.args) else None


def arguments(node: ast.Call) -> list[ast.expr]:
    return [*node.args, *(word.value for word in node.keywords)]


def made(site: Site) -> frozenset[str]:
    """The classes above one that a call makes: `type("Missing", (HTTPException,), {})`."""
    classes = tuple(value for value in site.values(site.node) if isinstance(value, Made) and value.node is site.node)
    return site.workspace.code.bases(classes) if classes else frozenset()


def _names(site: Site, values: Values) -> Iterator[str]:
    for value in values:
        if isinstance(value, Symbol):
            yield canonical(value.path)
        elif isinstance(value, Partial):
            yield from _names(site, value.of)
        else:
            yield from site.workspace.code.names((value,))
