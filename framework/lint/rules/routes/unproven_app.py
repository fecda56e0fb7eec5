"""Something that may be an app is told to serve more.

## What it does
Finds what only an app or a router is asked for, `add_api_route`, `include_router`, `@app.get("/…")` and the like, of a
thing about which the code does not say what it is, outside of `wiring.py`.

## Why is this bad
A parameter without an annotation can be the app, and then this is a route, a middleware or a handler beside the specs.

## Example
# services/backend/src/extra.py
def shelves() -> str:
    return "none"


def extend(app):
    app.add_api_route("/shelves", shelves)

## Use instead
# services/backend/src/wiring.py
from fastapi import FastAPI


def shelves() -> str:
    return "none"


def configure(app: FastAPI) -> None:
    app.add_api_route("/shelves", shelves)
"""

import ast
from collections.abc import Iterator

from framework.lint.code.names import LOCAL, canonical
from framework.lint.code.values import Instance, Number, Symbol, Text, Value
from framework.lint.contract.made import is_made
from framework.lint.guarded import APP
from framework.lint.rule import Finding, Rule, Site, code
from framework.lint.where import BESIDE_WIRING

CODE = code(
    __doc__,
    "RTE006",
    "unproven-app",
    "'{name}' is asked of what may be an app, and the code does not say what it is",
    "annotate it with its class; what an app serves beside the specs goes into `configure(app)` of "
    "services/{service}/src/wiring.py",
)
ONLY = frozenset({
    "add_api_route", "add_api_websocket_route", "add_websocket_route", "include_router", "add_middleware",
    "add_exception_handler", "user_middleware",
})  # fmt: skip
"""What nothing but an app or a router has."""
WITH_PATH = frozenset({"mount", "add_route", "host"})
"""What other things have, too, but not with a path and what serves it."""
DECORATES = frozenset({
    "get", "put", "post", "delete", "patch", "head", "options", "trace", "route", "api_route", "websocket",
    "websocket_route",
})  # fmt: skip
HANDLES = {"middleware": ("http",), "on_event": ("startup", "shutdown"), "add_event_handler": ("startup", "shutdown")}
GETTERS = frozenset({"operator.methodcaller", "operator.attrgetter"})
CHANGES = frozenset({"append", "insert", "extend", "remove", "clear"})
ANYTHING = frozenset(
    {"typing.Any()", "builtins.object()", "typing.TypeVar()()", "typing.Callable()()", "collections.abc.Callable()()"}
)
OWNERS = frozenset({"fastapi", "starlette"})


def _check(site: Site) -> Iterator[Finding]:
    name = CHECKS[type(site.node)](site)
    if name:
        yield site.finding(name=name, service=site.service.name.text if site.service is not None else "<name>")


def _attribute(site: Site) -> str:
    node: ast.Attribute = site.node
    changes = node.attr in CHANGES and _is_routes(node.value)
    asked = (node.attr in ONLY or changes) and isinstance(node.ctx, ast.Load)
    name = f"routes.{node.attr}" if changes else node.attr
    return name if asked and _is_open(site, node.value) else ""


def _is_routes(node: ast.expr) -> bool:
    """`….router.routes`."""
    return isinstance(node, ast.Attribute) and node.attr == "routes" and getattr(node.value, "attr", "") == "router"


def _call(site: Site) -> str:
    node: ast.Call = site.node
    if isinstance(node.func, ast.Call):
        given = len(node.args) == 1 and not isinstance(node.args[0], ast.Constant)
        return _wraps(site, node.func) if given else ""
    words = [arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant) and arg.value in ONLY]
    if words:
        asked = site.names(node.func)
        got = "builtins.getattr" in asked and _is_open(site, node.args[0])
        return words[0] if got or asked & GETTERS else ""
    return _serves(site, node, node.func) if isinstance(node.func, ast.Attribute) else ""


def _serves(site: Site, node: ast.Call, asked: ast.Attribute) -> str:
    texts = [] if asked.attr not in WITH_PATH and asked.attr not in HANDLES else _texts(site, node)
    path = asked.attr in WITH_PATH and len(node.args) + len(node.keywords) > 1 and texts[:1] and texts[0][:1] == "/"
    event = asked.attr == "add_event_handler" and set(texts) & set(HANDLES[asked.attr])
    return asked.attr if (path or event) and _is_open(site, asked.value) else ""


def _wraps(site: Site, node: ast.expr) -> str:
    """`@app.get("/x")`, and `app.get("/x")(function)`."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return ""
    word = node.func.attr
    texts = _texts(site, node) if word in DECORATES or word in HANDLES else []
    path = word in DECORATES and "".join(texts[:1]).startswith("/")
    event = bool(set(texts) & set(HANDLES.get(word, ())))
    handler = word == "exception_handler" and len(node.args) == 1
    return word if (path or event or handler) and _is_open(site, node.func.value) else ""


def _decorated(site: Site) -> str:
    return next((word for expr in site.node.decorator_list for word in [_wraps(site, expr)] if word), "")


def _texts(site: Site, node: ast.Call) -> list[str]:
    firsts = [*node.args[:1], *(word.value for word in node.keywords if word.arg in ("path", "event_type"))]
    found = [value for expr in firsts for value in site.values(expr)]
    return [value.value for value in found if isinstance(value, Text) and isinstance(value.value, str)]


def _is_open(site: Site, expr: ast.expr) -> bool:
    """Whether a thing can be an app as far as the code says; what is known to be one is of other rules."""
    return all(_may_be(site, value) for value in site.values(expr))


def _may_be(site: Site, value: Value) -> bool:
    if isinstance(value, Instance):
        hands_on = "__getattr__" in value.of.scope.names
        return hands_on or "typing.Protocol" in site.workspace.code.bases((value.of,))
    if not isinstance(value, Symbol):
        return isinstance(value, Number) and value.value is None
    name = canonical(value.path)
    unread = name.split(".")[0] in LOCAL and not is_made(name)
    return name in ANYTHING or unread or (name.split(".")[0] in OWNERS and "()." in name and not APP.match(name))


CHECKS = {ast.Attribute: _attribute, ast.Call: _call, ast.FunctionDef: _decorated, ast.AsyncFunctionDef: _decorated}
RULE = Rule(CODE, tuple(CHECKS), _check, BESIDE_WIRING, quiet=True)
