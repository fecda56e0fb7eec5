"""Which modules of the workspace a file loads, so that code cannot hide where the rules do not look."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from framework.lint.code.files import Parsed
from framework.lint.code.lookup import absolute
from framework.lint.code.modules import Modules


def imports(modules: Modules, parsed: Parsed) -> tuple[str, ...]:
    """The files behind the imports of a file, and behind the names that it was resolved through."""
    names = {name for node, scope in parsed.imports for name in _named(node, scope)}
    found = {modules.find(name, parsed.path) for name in sorted(names | modules.asked.get(parsed.path, set()))}
    return tuple(sorted(path for path in found if path is not None and path != parsed.path))


def _named(node: ast.Import | ast.ImportFrom, scope: object) -> Iterator[str]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            parts = alias.name.split(".")
            yield from (".".join(parts[: end + 1]) for end in range(len(parts)))
        return
    name = absolute(node, scope)  # type: ignore[arg-type]  # the scope that the import stands in
    parts = name.split(".")
    yield from (".".join(parts[: end + 1]) for end in range(len(parts)))
    yield from (f"{name}.{alias.name}" for alias in node.names)
