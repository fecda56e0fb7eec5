"""What a Python file of somebody holds, as far as its functions and the methods of its classes."""

import ast
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framework.diagnostics import Span

Function = ast.FunctionDef | ast.AsyncFunctionDef
Home = ast.Module | ast.ClassDef
Scope = Function | ast.ClassDef | ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

_BREAK = re.compile(r"\r\n|\n|\r")
_WORDS = re.compile(r"(?:async\s+def|def|class)\s+")


@dataclass(frozen=True, slots=True)
class Outline:
    """`homes` are the classes at the top level by their names, and the module under an empty one; `aliases` are the
    names under which something was imported, with those that it has at home."""

    path: str
    lines: tuple[str, ...]
    homes: Mapping[str, Home]
    aliases: Mapping[str, str]

    def function(self, member: str) -> Function | None:
        """The last one of a name: that is the one which counts."""
        owner, _, name = member.rpartition(".")
        home = self.homes.get(owner)
        found = [node for node in home.body if isinstance(node, Function) and node.name == name] if home else []
        return found[-1] if found else None

    def other(self, member: str) -> ast.AST | None:
        """What binds the name in its class or module, and is no function there."""
        owner, _, name = member.rpartition(".")
        home = self.homes.get(owner)
        return next((node for part in home.body if (node := _binding(part, name))), None) if home else None

    def bound(self, owner: str) -> set[str]:
        """All the names of a class or of the module."""
        home = self.homes.get(owner)
        nodes = [node for part in home.body for node in _within(part)] if home else []
        return {name for node in nodes for name in _names(node)}

    def bases(self, owner: str) -> set[str]:
        home = self.homes.get(owner)
        names = {_last(base) for base in home.bases} if isinstance(home, ast.ClassDef) else set()
        return {self.aliases.get(name, name) for name in names}

    def span(self, node: ast.AST) -> Span:
        """The name of a class or a function, or the beginning of anything else."""
        if isinstance(node, ast.Module):
            return Span(self.path)
        line, start = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
        name = getattr(node, "name", "")
        if isinstance(node, Home | Function) and (words := _WORDS.match(self.lines[line - 1], start)):
            start = words.end()
        return Span(self.path, line, start + 1, line, start + 1 + len(name))


def outline(path: str, data: bytes) -> Outline | Span:
    """The outline of a file, or the place where it ceases to be Python."""
    try:
        with warnings.catch_warnings(action="ignore"):
            module = ast.parse(data)
    except SyntaxError as fault:
        line = max(fault.lineno or 1, 1)
        return Span(path, line, 1, line, 1)
    except (ValueError, RecursionError, MemoryError):
        return Span(path)
    homes: dict[str, Home] = {"": module}
    homes |= {node.name: node for node in module.body if isinstance(node, ast.ClassDef)}
    imports = [node for node in module.body if isinstance(node, ast.ImportFrom)]
    aliases = {one.asname: one.name for node in imports for one in node.names if one.asname}
    lines = tuple(_BREAK.split(data.decode("utf-8-sig", "replace")))
    return Outline(path, lines, homes, aliases)


def _binding(statement: ast.stmt, name: str) -> ast.AST | None:
    """The node by which a statement of a body binds a name in any other way than as a function of the body."""
    if isinstance(statement, Function) or (isinstance(statement, ast.AnnAssign) and statement.value is None):
        return None
    return next((node for node in _within(statement) if name in _names(node)), None)


def _names(node: ast.AST) -> tuple[str, ...]:
    if isinstance(node, ast.Name):
        return (node.id,) if isinstance(node.ctx, ast.Store) else ()
    if isinstance(node, ast.alias):
        return (node.asname or node.name.partition(".")[0],)
    return (node.name,) if isinstance(node, Function | ast.ClassDef) else ()


def _within(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all in it that is of its scope."""
    yield node
    if not isinstance(node, Scope):
        for child in ast.iter_child_nodes(node):
            yield from _within(child)


def _last(base: ast.expr) -> str:
    """The name of a base, whatever stands before it and in brackets behind it."""
    if isinstance(base, ast.Subscript):
        return _last(base.value)
    return base.attr if isinstance(base, ast.Attribute) else ast.unparse(base)
