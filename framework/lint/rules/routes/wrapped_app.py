"""What is served is not the app that the specs make.

## What it does
Finds a `main.py` whose `app` is anything but what `create_app()` gives, and servers that are handed a function or an
object of the service.

## Why is this bad
A callable around the app, or in its place, answers before the routes of the specs are asked.

## Example
# services/backend/src/main.py
from services.backend.src.generated.app import create_app


class Gate:
    def __init__(self, inner: object) -> None:
        self.inner = inner


app = Gate(create_app())

## Use instead
# services/backend/src/main.py
from services.backend.src.generated.app import create_app

app = create_app()
"""

import ast
import re
from collections.abc import Iterator

from framework.lint.code.names import canonical
from framework.lint.code.values import Class, Function, Instance, Symbol, Text, Value
from framework.lint.guarded import APP
from framework.lint.rule import Finding, Rule, Site, code
from framework.lint.where import BESIDE_WIRING

CODE = code(
    __doc__,
    "RTE005",
    "wrapped-app",
    "what is served here is not the app that the specs make",
    "serve what `create_app()` gives; what has to stand around it goes into `configure(app)` of "
    "services/{service}/src/wiring.py",
)
SERVERS = {
    "uvicorn.run",
    "uvicorn.Config",
    "hypercorn.serve",
    "granian.Granian",
    "gunicorn.BaseApplication",
    "daphne.Server",
}
_NAMED = re.compile(r"(?:[\w.]+\.)?main:app\Z|services\.\w+\.src\.generated\.app:create_app\Z")
"""The app by its text."""
_PARTS = frozenset({
    "openapi", "openapi_schema", "__call__", "__class__", "dependency_overrides", "build_middleware_stack",
    "lifespan_context",
})  # fmt: skip
"""Parts of an app in whose place no other can stand."""
_HOLDS = frozenset({"router", "routes", "user_middleware", "exception_handlers", "middleware_stack"})
_MAIN = re.compile(r"services/[^/]+/src/main\.py\Z")


def _check(site: Site) -> Iterator[Finding]:
    if any(_is_other(value) for expr in _served(site) for value in site.values(expr)) or _changes(site):
        yield site.finding(service=site.service.name.text if site.service is not None else "<name>")


def _is_other(value: Value) -> bool:
    if isinstance(value, Text):
        return not value.open and isinstance(value.value, str) and not _NAMED.match(value.value)
    if isinstance(value, Symbol):
        return not APP.match(canonical(value.path)) and not canonical(value.path).endswith("create_app")
    return isinstance(value, (Class, Function, Instance))


def _changes(site: Site) -> bool:
    """`app.openapi = …`, `setattr(app, "openapi", …)`, `app.dependency_overrides[…] = …`."""
    node = site.node
    if isinstance(node, ast.Call):
        sets = len(node.args) == 3 and "builtins.setattr" in site.names(node.func)
        return sets and bool(set(site.texts(node.args[1])) & (_PARTS | _HOLDS)) and _is_app(site, node.args[0])
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    parts = [target.value if isinstance(target, ast.Subscript) else target for target in targets]
    held = [part for part in parts if isinstance(part, ast.Attribute) and part.attr in _PARTS]
    return any(_is_app(site, part.value) for part in held)


def _is_app(site: Site, expr: ast.expr) -> bool:
    return any(APP.match(name) for name in site.names(expr))


def _served(site: Site) -> list[ast.expr]:
    node = site.node
    if isinstance(node, ast.Call):
        words = [word.value for word in node.keywords if word.arg == "app"]
        return [*node.args[:1], *words] if site.names(node.func) & SERVERS else []
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    is_app = any(isinstance(target, ast.Name) and target.id == "app" for target in targets)
    return [node.value] if is_app and node.value is not None and _MAIN.match(site.file.path) else []


RULE = Rule(CODE, (ast.Call, ast.Assign, ast.AnnAssign), _check, BESIDE_WIRING)
