"""Which service of the workspace an address leads to, and which operation, as far as the code says it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from framework.ir import Operation, Project, Scalar, Service
from framework.lint.code.scopes import Scope
from framework.lint.code.values import Sequence, Text, Values

if TYPE_CHECKING:
    from framework.lint.rule import Site

DEEPEST = 5
INSIDE = frozenset({"local", "internal", "svc", "lan", "localdomain", "cluster", "docker", "consul", "default"})
"""What a name of a host inside of a network goes on with."""

HERE = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "[::1]", "host.docker.internal"})
_URL = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/@?#]*@)?(?P<host>\[[0-9a-f:]+\]|[^/:?#]*)(?P<rest>.*)\Z", re.I | re.S
)
_PORT = re.compile(r":\d+|:(?=/|\Z)")
_HOST = re.compile(r"(?P<host>[A-Za-z][\w.-]*)(?::\d+)?\Z")
_VALUES = {"int": re.compile(r"-?\d+"), "uuid": re.compile(r"[0-9a-fA-F-]{32,36}")}
_NOTHING = re.compile(r"\b\B")
_TAIL = "(_(API|BASE|SERVICE|SVC|INTERNAL|HTTP|WS|PUBLIC))*_(URL|URI|HOST|HOSTNAME|ADDR|ADDRESS|ENDPOINT|ORIGIN|BASE)"


@dataclass(frozen=True, slots=True)
class Target:
    service: Service
    path: str | None = None


def targets(site: Site, expr: ast.expr, *, bare: bool = False) -> list[Target]:
    """The services that an expression leads to; `bare` accepts a host without a scheme."""
    found: dict[Service, Target] = {}
    for text in _texts(site.values(expr)):
        for target in _of_text(site.project, text, bare):
            found.setdefault(target.service, target)
    if not found:
        for service in _spelt(site, expr, site.scope, 0):
            found.setdefault(service, Target(service))
    return list(found.values())


def here(site: Site, expr: ast.expr) -> str | None:
    """The path behind an address of this machine."""
    for text in _texts(site.values(expr)):
        match = _URL.match(text.value) if isinstance(text.value, str) else None
        if match and match["host"].lower() in HERE:
            return _path(match["rest"], text.open)
    return None


def operation(project: Project, method: str, path: str | None, service: Service | None = None) -> Operation | None:
    """The one operation of that method and path, where it is certain."""
    if path is None:
        return None
    found = [
        each
        for one in project.services
        if service is None or one is service
        for domain in one.domains
        for each in domain.operations
        if each.rest is not None and each.rest.method == method.upper() and _is_of(each, path, surely=service is None)
    ]
    exact = [each for each in found if each.rest is not None and each.rest.url == path] or found
    return exact[0] if len(exact) == 1 else None


def template(site: Site, expr: ast.expr) -> str | None:
    """A text with `{}` for what is not known of it: `f"http://backend/users/{id}"`."""
    whole = site.texts(expr)
    if whole:
        return whole[0]
    if isinstance(expr, ast.JoinedStr):
        return "".join(template(site, part) or "{}" for part in expr.values)
    if isinstance(expr, ast.FormattedValue):
        return template(site, expr.value)
    if isinstance(expr, ast.BinOp) and isinstance(expr.op, ast.Add):
        return (template(site, expr.left) or "{}") + (template(site, expr.right) or "{}")
    return None


def path_of(site: Site, expr: ast.expr) -> str | None:
    """The path of an address, with `{}` for its parts that are not known."""
    text = template(site, expr)
    if text is None:
        return None
    match = _URL.match(text)
    rest = match["rest"] if match else text.removeprefix("{}") if text.startswith("{}/") else text
    return _path(rest, is_open=False)


def _path(rest: str, is_open: bool) -> str | None:
    path = _PORT.sub("", rest, count=1) if rest.startswith(":") else rest
    path = re.split(r"[?#]", path)[0]
    return path if path.startswith("/") and not is_open else None


def _is_of(operation: Operation, path: str, *, surely: bool) -> bool:
    """Whether a path is that of an operation; `surely` accepts a word in the place of a parameter only where it can be
    its value, for another server on the same machine may have such paths, too."""
    assert operation.rest is not None
    parts, given = operation.rest.url.strip("/").split("/"), path.strip("/").split("/")
    types = {param.name.text: param.type for param in operation.params}
    if len(parts) != len(given):
        return False
    for part, word in zip(parts, given, strict=True):
        type_ = types.get(part.strip("{}")) if part.startswith("{") else None
        kind = type_.name if isinstance(type_, Scalar) else ""
        fits = bool(_VALUES.get(kind, _NOTHING).fullmatch(word)) or word == "{}" or not surely
        if part != word and not (part.startswith("{") and word and fits):
            return False
    return True


def _texts(values: Values) -> Iterator[Text]:
    for value in values:
        if isinstance(value, Text):
            yield value
        elif isinstance(value, Sequence):
            for item in value.items:
                yield from _texts(item)


def _of_text(project: Project, text: Text, bare: bool) -> Iterator[Target]:
    if not isinstance(text.value, str):
        return
    for word in text.value.split():
        match = _URL.match(word.strip("'\""))
        if match and (match["rest"] or not text.open):
            service = _hosts(project).get(_label(match["host"]))
            if service is not None:
                yield Target(service, _path(match["rest"], text.open))
        elif bare and not text.open and (plain := _HOST.match(word)):
            service = _hosts(project).get(_label(plain["host"]))
            if service is not None:
                yield Target(service)


def _label(host: str) -> str:
    """The name of a host, where nothing behind it says that it is one of the wide world."""
    first, *rest = host.lower().split(".")
    return first.replace("_", "-") if not rest or INSIDE & set(rest) else ""


def _spelt(site: Site, expr: ast.AST, scope: Scope, depth: int) -> Iterator[Service]:
    """The services that names in an expression speak of, and in what those names were given."""
    for node in ast.walk(expr):
        if isinstance(node, (ast.Name, ast.Attribute)):
            word = node.id if isinstance(node, ast.Name) else node.attr
            yield from _by_variable(site.project, word)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _by_variable(site.project, node.value)
            yield from (target.service for target in _of_text(site.project, Text(node.value), ":" in node.value))
        elif isinstance(node, ast.keyword) and node.arg in ("host", "hostname", "netloc", "authority"):
            for text in _texts(site.values(node.value)):
                yield from (target.service for target in _of_text(site.project, text, True))
        if isinstance(node, ast.Name) and depth < DEEPEST:
            yield from _given(site, node.id, scope, depth)


def _given(site: Site, word: str, scope: Scope, depth: int) -> Iterator[Service]:
    here: Scope | None = scope
    while here is not None and word not in here.names:
        here = here.parent
    for binding in here.names[word] if here is not None else ():
        if binding.kind == "value" and isinstance(binding.node, ast.expr):
            assert here is not None
            yield from _spelt(site, binding.node, here, depth + 1)


def _by_variable(project: Project, word: str) -> Iterator[Service]:
    match = _variables(project).fullmatch(word.upper())
    if match:
        yield next(one for one in project.services if one.name.constant == match["service"])


@lru_cache(maxsize=4)
def _variables(project: Project) -> re.Pattern[str]:
    names = "|".join(re.escape(service.name.constant) for service in project.services) or r"\b\B"
    return re.compile(f"(?P<service>{names}){_TAIL}")


@lru_cache(maxsize=4)
def _hosts(project: Project) -> dict[str, Service]:
    return {service.name.kebab: service for service in project.services}
