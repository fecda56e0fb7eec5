"""The imports of a file that its author has written: which there are, and where another one goes."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import libcst as cst

WORKSPACE = ("shared", "services")
WIDTH = 120

Line = cst.SimpleStatementLine | cst.BaseCompoundStatement


@dataclass(frozen=True, slots=True)
class Import:
    """`name` is None where the module itself is imported; `alias` where it is called what it is."""

    module: str
    name: str | None
    alias: str | None = None

    @property
    def local(self) -> str:
        return self.alias or self.name or self.module.split(".")[0]

    def called(self, local: str) -> "Import":
        return replace(self, alias=None if local == replace(self, alias=None).local else local)

    def line(self) -> str:
        known_as = f" as {self.alias}" if self.alias else ""
        return f"from {self.module} import {self.name}{known_as}" if self.name else f"import {self.module}{known_as}"

    @property
    def order(self) -> tuple[int, bool, str]:
        return (self.section, self.name is not None, self.module.lower())

    @property
    def section(self) -> int:
        top = self.module.split(".")[0]
        if not top or top == "__future__":
            return 4 if not top else 0
        return 1 if top in sys.stdlib_module_names else 3 if top in WORKSPACE else 2


def imports(module: cst.Module) -> list[Import]:
    """Those that stand at the top level, where they count for all that follows."""
    return [one for line in module.body for one in _of(line)]


def place(module: cst.Module, new: Iterable[Import], owner: str) -> cst.Module:
    """The module with further imports before the class `owner`."""
    body: list[Line] = list(module.body)
    for one in sorted(new, key=lambda one: (*one.order, one.line())):
        end = next(at for at, line in enumerate(body) if isinstance(line, cst.ClassDef) and line.name.value == owner)
        if not _joined(body[:end], one, body):
            _insert(body, one, end)
    return module.with_changes(body=body)


def _of(line: cst.CSTNode) -> Iterator[Import]:
    for statement in line.body if isinstance(line, cst.SimpleStatementLine) else ():
        if isinstance(statement, cst.ImportFrom) and not isinstance(statement.names, cst.ImportStar):
            home = _home(statement)
            yield from (Import(home, one.evaluated_name, one.evaluated_alias) for one in statement.names)
        elif isinstance(statement, cst.Import):
            yield from (Import(one.evaluated_name, None, one.evaluated_alias) for one in statement.names)


def _home(statement: cst.ImportFrom) -> str:
    module = cst.Module([]).code_for_node(statement.module) if statement.module else ""
    return "." * len(statement.relative) + module


def _joined(before: Sequence[Line], one: Import, body: list[Line]) -> bool:
    """Put a name behind those that a plain line already takes from its module, where isort would do so as well."""
    for at, line in enumerate(before):
        if not _is_plain(line) or one.name is None or one.alias is not None:
            continue
        found = list(_of(line))
        if any(other.module != one.module or other.alias for other in found):
            continue
        names = [other.name or "" for other in found]
        if names == sorted(names, key=_rank):
            names = sorted([*names, one.name], key=_rank)
        else:
            names.append(one.name)
        text = f"from {one.module} import {', '.join(names)}"
        if len(text) <= WIDTH:
            (fresh,) = cst.parse_module(text).body
            assert isinstance(line, cst.SimpleStatementLine)
            assert isinstance(fresh, cst.SimpleStatementLine)
            body[at] = line.with_changes(body=fresh.body)
            return True
    return False


def _is_plain(line: Line) -> bool:
    """Whether a line is one import of names, without brackets, a comment, or a spacing of its author's."""
    if not isinstance(line, cst.SimpleStatementLine) or line.trailing_whitespace.comment or len(line.body) != 1:
        return False
    (statement,) = line.body
    if not isinstance(statement, cst.ImportFrom) or isinstance(statement.names, cst.ImportStar) or statement.relative:
        return False
    names = [other.name or "" for other in _of(line) if not other.alias]
    return cst.Module([]).code_for_node(statement) == f"from {_home(statement)} import {', '.join(names)}"


def _rank(name: str) -> tuple[int, str]:
    """Constants before classes before the rest."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, name.lower())


def _insert(body: list[Line], one: Import, end: int) -> None:
    """A line of its own, behind the last import that comes before it, else before the first that does not."""
    there = [(at, found[-1]) for at, line in enumerate(body[:end]) if (found := list(_of(line)))]
    earlier = [at for at, other in there if other.order <= one.order]
    at = max(earlier) + 1 if earlier else there[0][0] if there else _start(body)
    (line,) = cst.parse_module(one.line()).body
    before = _section(body[at - 1]) if at else None
    after = _section(body[at])
    if before != one.section and at:
        line = line.with_changes(leading_lines=[cst.EmptyLine(indent=False)])
    if after == one.section:
        if before != after:
            body[at] = body[at].with_changes(leading_lines=_remarks(body[at]))
    elif not _blank(body[at]):
        gap = [cst.EmptyLine(indent=False)] * (1 if after is not None else 2)
        body[at] = body[at].with_changes(leading_lines=[*gap, *body[at].leading_lines])
    assert isinstance(line, cst.SimpleStatementLine)
    body.insert(at, line)


def _section(line: Line) -> int | None:
    found = list(_of(line))
    return found[-1].section if found else None


def _start(body: Sequence[Line]) -> int:
    """Behind the docstring of the module."""
    first = body[0]
    if isinstance(first, cst.SimpleStatementLine) and isinstance(first.body[0], cst.Expr):
        return int(isinstance(first.body[0].value, cst.SimpleString | cst.ConcatenatedString))
    return 0


def _remarks(line: Line) -> list[cst.EmptyLine]:
    """What stands above a line, without the blank lines that it begins with."""
    lines = list(line.leading_lines)
    while lines and lines[0].comment is None:
        lines.pop(0)
    return lines


def _blank(line: Line) -> bool:
    return bool(line.leading_lines) and line.leading_lines[0].comment is None
