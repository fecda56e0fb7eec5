"""A hand-made HTTP call, replaced by the generated client: where the operation is certain, its client is there, and
all that is done with the answer can be done with a model. Never a safe fix: errors come as other classes then."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.diagnostics import Edit, Fix
from framework.ir import UNSET, List, Operation, Service
from framework.lint.code import lookup
from framework.lint.code.values import Symbol

if TYPE_CHECKING:
    from framework.lint.rule import Site

KEYWORDS = frozenset({"params", "json", "timeout", "url"})
_HOLE = re.compile(r"\{\}")
_INDENT = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Place:
    """The statement of a call, and what it gives to whom: `name = await call`, or `(await call).json()` in it."""

    statement: ast.stmt
    awaited: ast.Await
    name: str | None
    json: ast.Call | None


def replaced(site: Site, operation: Operation, url: ast.expr) -> Fix | None:
    provider = operation.domain.service
    home = f"services.{site.service.name}.src.generated.clients.{provider.name.snake}" if site.service else ""
    place = _place(site)
    given = _given(site, operation, url)
    if place is None or given is None or not _is_there(site, home, provider, operation):
        return None
    word = provider.name.snake
    if word in site.scope.names or word in site.scope.top.names:
        word = f"{word}_client"
    call = f"await {word}.{operation.name}({', '.join(f'{name}={text}' for name, text in given.items())})"
    uses = _uses(site, place)
    if uses is None:
        return None
    found = list(_edits(site, place, operation, (f"async with {provider.name.pascal}Client() as {word}:", call)))
    found += (_edit(site, node, _dumped(operation, place.name or "")) for node in uses[0])
    found += (_edit(site, node, "pass") for node in uses[1])
    return Fix((*_import(site, home, f"{provider.name.pascal}Client"), *found), safe=False)


def _is_there(site: Site, home: str, provider: Service, operation: Operation) -> bool:
    """Whether the client has been generated, with this operation."""
    own = site.service
    consumed = own is not None and any(operation in consume.operations for consume in own.consumes)
    made = f"{home.replace('.', '/')}.py" in site.workspace.code.modules.paths
    return consumed and made and _imported(site, home, f"{provider.name.pascal}Client") in (None, True)


def _imported(site: Site, home: str, name: str) -> bool | None:
    """Whether a name is that of the client already; None where it is free."""
    known = lookup.name(site.workspace.code, name, site.file.scope.frame)
    return known == (Symbol(f"{home}.{name}"),) if known or name in site.file.scope.names else None


def _place(site: Site) -> Place | None:
    function = site.function
    if not isinstance(function, ast.AsyncFunctionDef):
        return None
    for statement in (node for node in ast.walk(function) if isinstance(node, (ast.Assign, ast.Return))):
        value = statement.value
        json = value if isinstance(value, ast.Call) and _is(value, "json") else None
        inner = json.func.value if json is not None and isinstance(json.func, ast.Attribute) else value
        if isinstance(inner, ast.Await) and inner.value is site.node and statement.lineno == statement.end_lineno:
            targets = statement.targets if isinstance(statement, ast.Assign) else []
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            if json is not None:
                return Place(statement, inner, None, json)
            return Place(statement, inner, names[0], None) if len(names) == 1 == len(targets) else None
    return None


def _uses(site: Site, place: Place) -> tuple[list[ast.Call], list[ast.Expr]] | None:
    """What is asked of the answer later: `json()`, and `raise_for_status()` on a line of its own; None where it is
    more."""
    if place.name is None:
        return [], []
    dumps, checks, known = [], [], set()
    for node in ast.walk(site.function or ast.Pass()):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Call)
            and _is(node.value, "raise_for_status", place.name)
        ):
            checks.append(node)
            known.add(node.value.func.value)  # type: ignore[attr-defined]  # an attribute, by `_is`
        elif isinstance(node, ast.Call) and _is(node, "json", place.name):
            dumps.append(node)
            known.add(node.func.value)  # type: ignore[attr-defined]  # an attribute, by `_is`
    read = {
        node for node in ast.walk(site.function or ast.Pass()) if isinstance(node, ast.Name) and node.id == place.name
    }
    loaded = {node for node in read if isinstance(node.ctx, ast.Load)}
    return (dumps, checks) if loaded <= known and len(read - loaded) == 1 else None


def _is(node: ast.Call, word: str, owner: str | None = None) -> bool:
    bare = isinstance(node.func, ast.Attribute) and node.func.attr == word and not node.args and not node.keywords
    return bare and (owner is None or (isinstance(node.func.value, ast.Name) and node.func.value.id == owner))  # type: ignore[attr-defined]  # an attribute, by the line above


def _given(site: Site, operation: Operation, url: ast.expr) -> dict[str, str] | None:
    """The arguments of the method by name; None where one of them cannot be read off the call."""
    node: ast.Call = site.node
    words = {word.arg: word.value for word in node.keywords}
    found = _of_path(site, operation, url)
    query = words.get("params")
    if found is None or not set(words) <= KEYWORDS or any(isinstance(each, ast.Starred) for each in node.args):
        return None
    if query is not None:
        if not isinstance(query, ast.Dict) or not all(isinstance(key, ast.Constant) for key in query.keys):
            return None
        found |= {
            str(key.value): ast.unparse(value)
            for key, value in zip(query.keys, query.values, strict=True)
            if isinstance(key, ast.Constant)
        }
    body = words.get("json")
    if (body is None) is not (operation.input is None):
        return None
    if body is not None:
        if not (isinstance(body, ast.Call) and isinstance(body.func, ast.Attribute) and body.func.attr == "model_dump"):
            return None
        found["payload"] = ast.unparse(body.func.value)
    names = {param.name.text for param in operation.params}
    needed = {param.name.text for param in operation.params if param.required and param.default is UNSET}
    return found if set(found) - {"payload"} <= names and needed <= set(found) else None


def _of_path(site: Site, operation: Operation, url: ast.expr) -> dict[str, str] | None:
    from framework.lint.contract.addresses import path_of

    assert operation.rest is not None
    path, holes = path_of(site, url) or "", list(_holes(site, url))
    parts, given = operation.rest.url.strip("/").split("/"), path.strip("/").split("/")
    if len(_HOLE.findall(path)) != len(holes) or len(parts) != len(given):
        return None
    found = {}
    for part, word in zip(parts, given, strict=True):
        if part.startswith("{"):
            found[part.strip("{}")] = ast.unparse(holes.pop(0)) if word == "{}" else repr(word)
    return found


def _holes(site: Site, url: ast.expr) -> Iterator[ast.expr]:
    """What stands in the path and is not known before."""
    if isinstance(url, ast.BinOp):
        yield from _holes(site, url.left)
        yield from _holes(site, url.right)
    elif isinstance(url, ast.JoinedStr):
        for part in url.values:
            if isinstance(part, ast.FormattedValue) and not site.texts(part.value):
                yield part.value
    elif not site.texts(url):
        yield url


def _edits(site: Site, place: Place, operation: Operation, lines: tuple[str, str]) -> Iterator[Edit]:
    """The statement inside of the client's `async with`."""
    head, call = lines
    statement = place.statement
    text = site.file.text.split("\n")[statement.lineno - 1].rstrip("\r")
    indent = _INDENT.match(text)
    assert indent is not None
    span = site.span(place.json or place.awaited)
    start = len(indent.group())
    inner = f"({call})" if place.json is not None else call
    made = _dumped(operation, inner) if place.json is not None else inner
    changed = f"{text[: span.column - 1]}{made}{text[span.end_column - 1 :]}".strip()
    new = f"{head}\n{indent.group()}    {changed}"
    yield Edit(site.file.path, (statement.lineno, start + 1), (statement.lineno, len(text) + 1), new)


def _dumped(operation: Operation, text: str) -> str:
    """What `json()` gave, of what the client gives."""
    if operation.output is None:
        return text.removeprefix("(").removesuffix(")") if text.startswith("(") else "None"
    if isinstance(operation.output, List):
        return f'[each.model_dump(mode="json") for each in {text.removeprefix("(").removesuffix(")")}]'
    return f'{text}.model_dump(mode="json")'


def _edit(site: Site, node: ast.AST, text: str) -> Edit:
    span = site.span(node)
    return Edit(site.file.path, (span.line, span.column), (span.end_line, span.end_column), text)


def _import(site: Site, home: str, name: str) -> Iterator[Edit]:
    """Before the first import that comes after it among those of the workspace, else behind all imports."""
    if _imported(site, home, name):
        return
    tree: ast.Module = site.scope.top.node
    line = f"from {home} import {name}\n"
    imports = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    own = [
        node
        for node in imports
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("services", "shared"))
    ]
    later = next((node for node in own if (node.module or "") > home), None)
    if later is not None:
        place = later.lineno
    elif imports:
        place = (imports[-1].end_lineno or imports[-1].lineno) + 1
        line = line if own else f"\n{line}"
    else:
        place = tree.body[0].lineno
        line = f"{line}\n\n"
    yield Edit(site.file.path, (place, 1), (place, 1), line)
