"""The classes of packages that are installed beside the workspace: read as source, never imported."""

from __future__ import annotations

import ast
import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from framework.lint.code.names import LOCAL, STDLIB, canonical

if TYPE_CHECKING:
    from framework.lint.code.modules import Modules

DEEPEST = 12
LARGEST = 1_000_000
KNOWN = frozenset({
    "pydantic", "pydantic_settings", "fastapi", "starlette", "sqlmodel", "msgspec", "sqlalchemy", "alembic", "pytest",
    "httpx", "redis", "asyncpg", "requests", "aiohttp", "attr", "attrs", "typing_extensions", "django", "peewee",
    "marshmallow",
})  # fmt: skip
"""Packages about whose classes the rules know all that they ask: they need not be read."""

MODELS = "fastapi.openapi.models."
"""What such a package keeps models in."""

WELL_KNOWN = {
    "sqlmodel.SQLModel": "pydantic.BaseModel",
    "pydantic.RootModel": "pydantic.BaseModel",
    "pydantic_settings.BaseSettings": "pydantic.BaseModel",
    "fastapi.APIRouter": "starlette.Router",
    "fastapi.FastAPI": "starlette.Starlette",
}


class Installed:
    def __init__(self, modules: Modules) -> None:
        self._root = modules.root
        self._above: dict[str, frozenset[str]] = {}
        self._names: dict[str, dict[str, ast.AST | tuple[str, str]]] = {}

    def above(self, path: str, depth: int = 0) -> frozenset[str]:
        """The names of all classes above a class of another package; none where it is not there to be read."""
        name = canonical(path)
        if name in WELL_KNOWN:
            return frozenset({WELL_KNOWN[name]})
        top = path.split(".")[0]
        known = top in STDLIB or top in LOCAL or (top in KNOWN and not path.startswith(MODELS))
        if "()" in path or known or depth > DEEPEST or "?" in path:
            return frozenset()
        if path not in self._above:
            self._above[path] = frozenset()
            self._above[path] = self._read(path, depth)
        return self._above[path]

    def _read(self, path: str, depth: int) -> frozenset[str]:
        module, _, name = path.rpartition(".")
        found = self._module(module).get(name) if module else None
        if isinstance(found, tuple):
            other = f"{found[0]}.{found[1]}"
            return self.above(other, depth + 1) | {canonical(other)}
        if not isinstance(found, ast.ClassDef):
            return frozenset()
        names: set[str] = set()
        for base in found.bases:
            way = self._way(base, module)
            if way is not None:
                names |= {canonical(way)} | self.above(way, depth + 1)
        return frozenset(names)

    def _way(self, base: ast.expr, module: str) -> str | None:
        """The full path of a base that a class in a module names."""
        if isinstance(base, ast.Subscript):
            return self._way(base.value, module)
        if isinstance(base, ast.Attribute):
            owner = self._way(base.value, module)
            return f"{owner}.{base.attr}" if owner is not None else None
        if not isinstance(base, ast.Name):
            return None
        known = self._module(module).get(base.id)
        if isinstance(known, tuple):
            return f"{known[0]}.{known[1]}" if known[1] else known[0]
        return f"{module}.{base.id}" if known is not None else None

    def _module(self, name: str) -> dict[str, ast.AST | tuple[str, str]]:
        """Each name of a module: its class, or the module and name that it is imported from."""
        if name in self._names:
            return self._names[name]
        found = self._names[name] = {}
        file = self._file(name)
        tree = _tree(file) if file is not None else None
        if tree is None or file is None:
            return found
        package = name if file.name == "__init__.py" else name.rpartition(".")[0]
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, node)
            elif isinstance(node, ast.ImportFrom):
                origin = _origin(node, package)
                found.update({alias.asname or alias.name: (origin, alias.name) for alias in node.names})
            elif isinstance(node, ast.Import):
                found.update({(alias.asname or alias.name.split(".")[0]): (alias.name, "") for alias in node.names})
        return found

    def _file(self, name: str) -> Path | None:
        inside = name.replace(".", os.sep)
        for folder in self._folders:
            for path in (folder / inside / "__init__.py", folder / f"{inside}.py"):
                if path.is_file():
                    return path
        return None

    @cached_property
    def _folders(self) -> list[Path]:
        return [*folders(self._root), Path(__file__).parents[3]]


def listing(root: Path) -> list[str]:
    """The names of what is installed, versions included."""
    found: list[str] = []
    for folder in folders(root):
        try:
            found += [str(folder), *sorted(os.listdir(folder))]
        except OSError:
            continue
    return found


def folders(root: Path) -> list[Path]:
    """Where packages are installed: the environment of the workspace first, then that of the command."""
    own = sorted(root.glob(".venv/lib/python3*/site-packages"))
    return [*own, *(Path(entry) for entry in sys.path if entry.endswith("-packages"))]


def _tree(file: Path) -> ast.Module | None:
    try:
        data = file.read_bytes()
        return ast.parse(data) if len(data) < LARGEST else None
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _origin(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    parts = parts[: len(parts) - (node.level - 1)]
    return ".".join([*parts, *([node.module] if node.module else [])])
