"""A controller has a public method that no operation is.

## What it does
Finds public methods in the body of a controller that bear the name of no operation of its domain. Properties, and
methods that begin with an underscore, are its own business.

## Why is this bad
A public method of a controller looks as if it were served. Either it is meant to be, and then its operation is missing
in the spec, or it is a helper, and should say so by its name.

## Example
# services/backend/spec/routers/users.yaml
rest: {prefix: /users}
operations: {refresh_users: {rest: {method: POST, path: /refresh}}}
# services/backend/src/controllers/users.py
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import UsersControllerProtocol


class UsersController(UsersControllerProtocol):
    async def refresh_users(self, session: AsyncSession) -> None:
        self.drop_all()

    def drop_all(self) -> None:
        return None

## Use instead
# services/backend/spec/routers/users.yaml
rest: {prefix: /users}
operations: {refresh_users: {rest: {method: POST, path: /refresh}}}
# services/backend/src/controllers/users.py
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import UsersControllerProtocol


class UsersController(UsersControllerProtocol):
    async def refresh_users(self, session: AsyncSession) -> None:
        self._drop_all()

    def _drop_all(self) -> None:
        return None
"""

import ast
from collections.abc import Iterator

from framework.ir import Domain
from framework.lint.code.scopes import FUNCTIONS, Frame
from framework.lint.contract.served import served
from framework.lint.contract.shapes import NONE, written
from framework.lint.contract.wording import spec_type
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "CTL003",
    "unknown-method",
    "'{name}' is public, and no operation of '{domain}'",
    "give it a name that begins with an underscore, or declare the operation",
)
OWN = frozenset({"builtins.property", "functools.cached_property"})
LEFT_OUT = frozenset({"self", "cls", "session", "payload", "actor"})


def _check(site: Site) -> Iterator[Finding]:
    found = served(site)
    if found is None or found.name != site.node.name:
        return
    own = site.workspace.code.class_of(site.scope.inner[site.node])
    for node in site.node.body:
        if not isinstance(node, FUNCTIONS) or node.name.startswith("_") or node.name in found.operations:
            continue
        if not any(_is_own(site, expr, own.frame) for expr in node.decorator_list):
            hint = f"begin its name with an underscore; if it is to be served, {_wording(site, node, found.domain)}"
            yield site.finding(node, hint=hint, name=node.name, domain=found.domain.name.text)


def _is_own(site: Site, expr: ast.expr, frame: Frame) -> bool:
    """Whether a decorator makes a property of a method."""
    if isinstance(expr, ast.Attribute) and expr.attr in ("setter", "deleter", "getter"):
        return True
    return bool(site.workspace.code.names(site.workspace.code.values(expr, frame)) & OWN)


def _wording(site: Site, node: ast.FunctionDef | ast.AsyncFunctionDef, domain: Domain) -> str:
    """The operation that the method could be."""
    frame = site.workspace.code.class_of(site.scope.inner[site.node]).frame
    types = {
        arg.arg: spec_type(written(site.workspace.code, arg.annotation, frame))
        for arg in (*node.args.args, *node.args.kwonlyargs)
    }
    result = written(site.workspace.code, node.returns, frame)
    params = [
        f"{{name: {name}, type: {type_}, source: query}}" for name, type_ in types.items() if name not in LEFT_OUT
    ]
    parts = [f"params: [{', '.join(params)}]"] if params else []
    parts += [f"input: {types['payload']}"] if "payload" in types else []
    gives = node.returns is not None and result != frozenset({NONE})
    parts += [f"output: {spec_type(result)}"] if gives else []
    method, path = "GET" if gives and "payload" not in types else "POST", node.name.replace("_", "-")
    parts.append(f"rest: {{method: {method}, path: /{path}}}")
    return f"write `{node.name}: {{{', '.join(parts)}}}` under `operations` in {domain.file}"


RULE = Rule(CODE, (ast.ClassDef,), _check)
