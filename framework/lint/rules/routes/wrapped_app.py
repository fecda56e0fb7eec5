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

from framework.lint.code.values import Class, Function, Instance
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
_MAIN = re.compile(r"services/[^/]+/src/main\.py\Z")


def _check(site: Site) -> Iterator[Finding]:
    if any(isinstance(value, (Class, Function, Instance)) for expr in _served(site) for value in site.values(expr)):
        yield site.finding(service=site.service.name.text if site.service is not None else "<name>")


def _served(site: Site) -> list[ast.expr]:
    node = site.node
    if isinstance(node, ast.Call):
        words = [word.value for word in node.keywords if word.arg == "app"]
        return [*node.args[:1], *words] if site.names(node.func) & SERVERS else []
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    is_app = any(isinstance(target, ast.Name) and target.id == "app" for target in targets)
    return [node.value] if is_app and node.value is not None and _MAIN.match(site.file.path) else []


RULE = Rule(CODE, (ast.Call, ast.Assign, ast.AnnAssign), _check, BESIDE_WIRING)
