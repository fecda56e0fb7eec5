"""What a seeded file must hold, whatever its author made of the rest of it."""

import ast

from framework.diagnostics import Code, Report, Span
from framework.files import File

MISSING_MEMBER = Code(
    "OUT011",
    "missing-member",
    "{owner} lacks '{name}'",
    "The file was written once and is its author's since. What the specs have asked for in the meantime is not added "
    "to it, so the process that needs it will not start.",
    "write it; `autogen generate --restore {path}` would write the whole file anew",
    severity="warning",
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def demand(file: File, data: bytes, report: Report) -> None:
    """Report the members that a file lacks. One that does not parse says so itself, at its first import."""
    try:
        module = ast.parse(data)
    except (SyntaxError, ValueError):
        return
    homes: dict[str, ast.Module | ast.ClassDef] = {"": module}
    homes |= {node.name: node for node in module.body if isinstance(node, ast.ClassDef)}
    for member in file.members:
        owner, _, name = member.rpartition(".")
        home = homes.get(owner)
        if home is None:
            report.add(MISSING_MEMBER, Span(file.path), owner="the file", name=owner, path=file.path)
        elif not _has(home, name):
            shown = f"'{owner}'" if owner else "the file"
            report.add(MISSING_MEMBER, _name(file.path, home), owner=shown, name=name, path=file.path)


def _has(home: ast.Module | ast.ClassDef, name: str) -> bool:
    """A class with a second base may inherit the member: that is not seen from its file, and said by the start."""
    inherits = isinstance(home, ast.ClassDef) and len(home.bases) > 1
    return inherits or any(isinstance(node, Function) and node.name == name for node in home.body)


def _name(path: str, home: ast.Module | ast.ClassDef) -> Span:
    """The name of a class; its column counts from `class `, which has only ASCII before it."""
    if isinstance(home, ast.Module):
        return Span(path)
    start = home.col_offset + len("class ") + 1
    return Span(path, home.lineno, start, home.lineno, start + len(home.name))
