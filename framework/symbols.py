"""The map from generated code back to the specs: for each symbol of a generated file the line that it is made from.

`generate` writes it, `explain` and the services that run read it, so its form stands here, where all of them may look.
Standard library only, and no word of it is looked at before somebody asks.
"""

import ast
import re
from collections.abc import Mapping
from typing import NamedTuple

FILE = ".autogen/sources"
TITLE = "# autogen sources 1"
REMARK = "# What each symbol of a generated file is made from. Written by `autogen generate`, of this checkout alone."

_NEXT = re.compile(rb"\n(?!\t)")
_ROW = re.compile(r"\t\t([^\t]+)\t(\d+):(\d+)-(\d+)\t([^\t]+)\Z")

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


class Symbol(NamedTuple):
    """The place in a spec, on one line, and `what` stands there: `operation create_user`."""

    file: str
    line: int
    column: int
    end: int
    what: str


def render(files: Mapping[str, Mapping[str, Symbol]]) -> str:
    """The map: for each generated file its specs, for each spec the symbols that come from it."""
    lines = [TITLE, REMARK]
    for path, symbols in sorted(files.items()):
        lines.append(path)
        last = ""
        rows = sorted([(symbol[0], name, symbol) for name, symbol in symbols.items()])
        for spec, name, (_, line, column, end, what) in rows:
            if spec != last:
                lines.append(f"\t{_plain(spec)}")
                last = spec
            lines.append(f"\t\t{name}\t{line}:{column}-{end}\t{what}")
    return "\n".join([*lines, ""])


def section(data: bytes, path: str) -> dict[str, Symbol]:
    """What a map says of one generated file; nothing where it does not know it. A map that is damaged raises
    ValueError."""
    if not data.startswith(TITLE.encode() + b"\n"):
        raise ValueError("this is no map of a kind that is known here")
    _, known, rest = data.partition(b"\n" + path.encode("utf-8", "replace") + b"\n")
    end = _NEXT.search(rest)
    spec, found = "", {}
    for line in rest[: end.start() if end else None].decode().split("\n") if known and rest.startswith(b"\t") else ():
        if not line.startswith("\t\t"):
            spec = line.removeprefix("\t")
        elif row := _ROW.match(line):
            found[row[1]] = Symbol(spec, int(row[2]), int(row[3]), int(row[4]), row[5])
        else:
            raise ValueError(f"this is no line of a map: {line}")
    return found


def nearest(symbols: Mapping[str, Symbol], name: str) -> str:
    """The innermost known symbol that holds a qualified name, which may be its own; empty where there is none."""
    while name and name not in symbols:
        name = name.rpartition(".")[0]
    return name


def enclosing(text: str, line: int) -> str:
    """The qualified name of the innermost definition or assignment around a line of Python; empty outside of all."""
    names: list[str] = []
    waiting = ast.parse(text).body
    while node := next((one for one in waiting if _first(one) <= line <= (one.end_lineno or one.lineno)), None):
        if not (name := bound(node)):
            break
        names.append(name)
        waiting = node.body if isinstance(node, Definition) else []
    return ".".join(names)


def bound(node: ast.stmt) -> str:
    """The name that a statement binds, if it is one that a symbol can have."""
    if isinstance(node, Definition):
        return node.name
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return target.id if isinstance(target, ast.Name) else ""


def _first(node: ast.stmt) -> int:
    """Decorators stand above the line that Python gives for what they decorate."""
    above = node.decorator_list if isinstance(node, Definition) else []
    return min([node.lineno, *(one.lineno for one in above)])


def _plain(spec: str) -> str:
    """The name of a file that would break its line is not worth a line that can be broken."""
    return spec if spec.isprintable() else "".join(one if one.isprintable() else "?" for one in spec)
