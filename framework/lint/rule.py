'''What a rule is. A rule is a file in `rules/<family>/`, and its docstring is its page:

    """A sentence: the fault.

    ## What it does
    Finds …

    ## Why is this bad
    …

    ## Example
    # services/backend/src/greetings.py
    print("hello")

    ## Use instead
    # services/backend/src/greetings.py
    import logging
    logging.getLogger(__name__).info("hello")
    """

    import ast
    from collections.abc import Iterator

    from framework.lint.rule import Finding, Rule, Site, code

    def _check(site: Site) -> Iterator[Finding]:
        if isinstance(site.node, ast.Call) and "builtins.print" in site.names(site.node.func):
            yield site.finding(name="print")

    RULE = Rule(code(__doc__, "XYZ001", "print-call", "'{name}' writes to no log", "use a logger"), (ast.Call,), _check)

`visits` are the nodes that `check` is asked about; `where` the kinds of files (`framework.lint.where`); `whole` is
asked once for the workspace, for what has no node. The examples are laid over `tests/lint_base` and run by a test, and
`tests/lint/<CODE>_<slug>` holds the cases: `project/` is a workspace, `expected/diagnostics.txt` what is found there.

What a `Site` knows of an expression (all of it resolved across files, aliases and assignments):

- `names(expr)`: the symbols of other packages that it can stand for, by one name each, whatever the path of the import:
  `fastapi.APIRouter`, and of what is called, `fastapi.APIRouter().get`. Of an annotated parameter `app: FastAPI` it is
  `fastapi.FastAPI()`. Generated code has its full dotted path: `shared.generated.schemas.UserRead`,
  `services.backend.src.generated.clients.billing.BillingClient().get_user`.
- `bases(expr)`: the names of all classes above a class, at any depth, through the workspace and installed packages.
- `texts(expr)`: the texts that it can be, constants folded; `values(expr)`: all of it (`framework.lint.code.values`).
'''

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from framework.diagnostics import Code, Fix, Related, Span
from framework.lint.code.files import BREAK
from framework.lint.guarded import HANDS_ON
from framework.lint.where import SERVICE, Kind

if TYPE_CHECKING:
    from framework.ir import Project, Service
    from framework.lint.code.evaluate import Evaluator
    from framework.lint.code.files import Parsed
    from framework.lint.code.scopes import Scope
    from framework.lint.code.values import Class, Values

HEADINGS = ("What it does", "Why is this bad", "Example", "Use instead")

_HEADING = re.compile(r"^## (.+)\n", re.M)


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a place. `values` fill the message of the rule's code, `hint` replaces its remedy."""

    span: Span
    values: Mapping[str, object] = field(default_factory=dict)
    hint: str = ""
    fix: Fix | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """`quiet` rules are asked about all calls; the others not about those of a function that nobody knows, or that no
    spec could speak of: `len(x)`, `"".join(x)`."""

    code: Code
    visits: tuple[type[ast.AST], ...]
    check: Callable[[Site], Iterator[Finding]]
    where: frozenset[Kind] = SERVICE
    whole: Callable[[Workspace], Iterator[Finding]] | None = None
    quiet: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Workspace:
    """All that a rule may know: the meaning of the specs, and the code."""

    project: Project
    code: Evaluator

    def service(self, folder: str | None) -> Service | None:
        return next((one for one in self.project.services if one.name.text == folder), None)


@dataclass(frozen=True, eq=False)
class Site:
    """A node that a rule is asked about, and the questions that it may ask back. `service` is that of the file's
    folder; `file.path` and `file.text` are of the module, `scope` is where the node stands."""

    node: Any
    scope: Scope
    file: Parsed
    kind: Kind
    service: Service | None
    workspace: Workspace
    _names: dict[ast.AST, frozenset[str]] = field(default_factory=dict)
    """What was asked once: many rules ask the same of one node."""

    @property
    def project(self) -> Project:
        return self.workspace.project

    def values(self, expr: ast.AST) -> Values:
        return self.workspace.code.values(expr, self.scope.frame)

    def names(self, expr: ast.AST) -> frozenset[str]:
        known = self._names.get(expr)
        if known is None:
            known = self._names[expr] = self.workspace.code.names(self.values(expr))
        return known

    def called(self, call: ast.Call) -> frozenset[str]:
        """The names of what a call calls, also where it has it called: `map(APIRouter, prefixes)`."""
        names = self.names(call.func)
        return names | self.names(call.args[0]) if names & HANDS_ON and call.args else names

    def bases(self, expr: ast.AST) -> frozenset[str]:
        return self.workspace.code.bases(self.values(expr))

    def texts(self, expr: ast.AST) -> tuple[str, ...]:
        return self.workspace.code.texts(self.values(expr))

    @cached_property
    def function(self) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        """The function that the node stands in."""
        scope: Scope | None = self.scope
        while scope is not None and scope.kind != "function":
            scope = scope.parent
        return scope.node if scope is not None else None

    @cached_property
    def class_(self) -> Class | None:
        """The class that the node stands in."""
        scope: Scope | None = self.scope
        while scope is not None and scope.kind != "class":
            scope = scope.parent
        return self.workspace.code.class_of(scope) if scope is not None else None

    def finding(
        self,
        node: ast.AST | None = None,
        *,
        hint: str = "",
        fix: Fix | None = None,
        related: tuple[Related, ...] = (),
        **values: object,
    ) -> Finding:
        return Finding(self.span(node), values, hint, fix, related)

    def span(self, node: ast.AST | None = None) -> Span:
        """The place of a node: of a class or function its name, of anything else its first line."""
        return span(self.file.path, self.file.text, node if node is not None else self.node)


def span(path: str, text: str, node: Any) -> Span:
    line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
    lines = _lines(text)
    shown = lines[line - 1] if line <= len(lines) else ""
    start = _characters(shown, column)
    if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
        found = re.compile(rf"(?:class|def)\s+({re.escape(node.name)})").search(shown, start)
        start, end = (found.start(1), found.end(1)) if found else (start, len(shown))
    elif getattr(node, "end_lineno", line) == line and node is not None:
        end = _characters(shown, getattr(node, "end_col_offset", column + 1) or column + 1)
    else:
        end = len(shown.rstrip())
    return Span(path, line, start + 1, line, max(end, start) + 1)


def code(doc: str | None, id_: str, name: str, message: str, remedy: str) -> Code:
    """The code of a rule, its page taken from the docstring of the rule's module."""
    parts = dict(zip(*[iter(_HEADING.split(doc or "")[1:])] * 2, strict=True))
    missing = [heading for heading in HEADINGS if not parts.get(heading, "").strip()]
    if missing:
        raise LookupError(f"the page of {id_} has no {', '.join(missing)}")
    what, why = (" ".join(parts[heading].split()) for heading in HEADINGS[:2])
    bad, good = (parts[heading].strip("\n") for heading in HEADINGS[2:])
    return Code(id_, name, message, why, remedy, bad, good, what=what)


_text: tuple[str, list[str]] = ("", [""])


def _lines(text: str) -> list[str]:
    """The lines of the text that was asked for last: rules ask about one file many times."""
    global _text
    if _text[0] is not text:
        _text = (text, BREAK.split(text))
    return _text[1]


def _characters(line: str, column: int) -> int:
    """Python counts columns in bytes, a person in characters."""
    return column if line.isascii() else len(line.encode()[:column].decode(errors="ignore"))
