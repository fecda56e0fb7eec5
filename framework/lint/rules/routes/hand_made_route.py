"""A route that no spec declares.

## What it does
Finds what adds a route to an app or a router outside of `wiring.py`: decorators, `add_api_route`, `mount`,
`include_router`, websockets, route objects, endpoint classes, changes of `app.routes`.

## Why is this bad
A route beside the specs has no controller, no declared errors, no client; the document of the API leaves it out or
says what nobody has decided.

## Example
# services/backend/src/extra.py
from services.backend.src.generated.app import create_app

app = create_app()


@app.get("/shelves/{number}")
async def get_shelf(number: int) -> str:
    return str(number)

## Use instead
# services/backend/spec/routers/shelves.yaml
domain: shelves
operations:
  get_shelf:
    output: BookRead
    params: [{name: number, type: int}]
    rest: {method: GET, path: "/shelves/{number}"}
# services/backend/src/controllers/shelves.py
from services.backend.src.generated.protocols import ShelvesControllerProtocol
from shared.generated.schemas import BookRead
from sqlalchemy.ext.asyncio import AsyncSession


class ShelvesController(ShelvesControllerProtocol):
    async def get_shelf(self, session: AsyncSession, number: int) -> BookRead:
        raise NotImplementedError
"""

import ast
import re
from collections.abc import Iterator

from framework.lint.guarded import ADDS_ROUTE, CHANGES_ROUTES, ENDPOINTS, HELD, ROUTES
from framework.lint.rule import Finding, Rule, Site, code
from framework.lint.where import BESIDE_WIRING

CODE = code(
    __doc__,
    "RTE002",
    "hand-made-route",
    "a route is added that no spec declares",
    "declare the operation in services/{service}/spec/routers/<domain>.yaml; what the specs cannot say goes into "
    "`configure(app)` of services/{service}/src/wiring.py",
)
VERBS = ("get", "put", "post", "delete", "patch", "head", "options")


def _check(site: Site) -> Iterator[Finding]:
    if _adds(site):
        service = site.service.name.text if site.service is not None else "<name>"
        yield site.finding(hint=_hint(site, service), service=service)


def _adds(site: Site) -> bool:
    node = site.node
    if isinstance(node, ast.ClassDef):
        return bool(site.bases(node) & (ENDPOINTS | ROUTES))
    if isinstance(node, ast.Call):
        asked = site.called(node)
        return bool(asked & ROUTES) or any(ADDS_ROUTE.match(name) or CHANGES_ROUTES.match(name) for name in asked)
    return any(_held(site, target) for target in _targets(node))


def _targets(node: ast.Assign | ast.AugAssign | ast.Delete) -> list[ast.expr]:
    return [node.target] if isinstance(node, ast.AugAssign) else node.targets


def _held(site: Site, target: ast.expr) -> bool:
    """Whether an assignment changes what an app serves."""
    target = target.value if isinstance(target, ast.Subscript) else target
    found = [HELD.match(name) for name in site.names(target)] if isinstance(target, ast.Attribute) else []
    return any(match is not None and match.group(1) in ("routes", "router", "default") for match in found)


def _hint(site: Site, service: str) -> str:
    """The operation, where the code says its method and path."""
    call = site.node
    method = call.func.attr if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) else ""
    paths = site.texts(call.args[0]) if method in VERBS and call.args else ()
    if not paths:
        return ""
    path = re.sub(r"{(\w+):[^}]*}", r"{\1}", paths[0])
    name = _operation(site, method, path)
    params = ", ".join(f"{{name: {found}, type: string}}" for found in re.findall(r"{(\w+)", path))
    said = f"params: [{params}], " if params else ""
    entry = f'{name}: {{{said}rest: {{method: {method.upper()}, path: "{path}"}}}}'
    file = f"services/{service}/spec/routers/<domain>.yaml"
    then = "with its `input` and `output`, and run `autogen generate`"
    return f"add to {file} under `operations:` the entry `{entry}`, {then}"


def _operation(site: Site, method: str, path: str) -> str:
    """The name of the function below the decorator, else one made of the path."""
    for statement in ast.walk(site.file.scope.node):
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)) and site.node in statement.decorator_list:
            return statement.name
    return "_".join([method, *re.findall(r"[a-z0-9_]+", re.sub(r"{[^}]*}", "", path.lower()))])


RULE = Rule(CODE, (ast.Call, ast.ClassDef, ast.Assign, ast.AugAssign, ast.Delete), _check, BESIDE_WIRING)
