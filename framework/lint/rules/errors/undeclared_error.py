"""An operation raises a declared error that it does not list.

## What it does
Follows the methods of a controller through all the functions of the workspace that they call, and finds each error of
`errors.yaml` that can leave them though the operation does not list it. What is caught on the way stays inside.

## Why is this bad
Clients, documentation and contract tests know the errors that the operation lists. Any other reaches them as a status
that nobody has foreseen.

## Example
# services/backend/spec/routers/users.yaml
rest: {prefix: /users}
operations:
  remove_user:
    params: [{name: user_id, type: uuid}]
    rest: {method: DELETE, path: "/{user_id}"}
# services/backend/src/controllers/users.py
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import UsersControllerProtocol
from shared.generated.errors import ShopClosed


class UsersController(UsersControllerProtocol):
    async def remove_user(self, session: AsyncSession, user_id: UUID) -> None:
        raise ShopClosed

## Use instead
# services/backend/spec/routers/users.yaml
rest: {prefix: /users}
operations:
  remove_user:
    params: [{name: user_id, type: uuid}]
    errors: [shop_closed]
    rest: {method: DELETE, path: "/{user_id}"}
# services/backend/src/controllers/users.py
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import UsersControllerProtocol
from shared.generated.errors import ShopClosed


class UsersController(UsersControllerProtocol):
    async def remove_user(self, session: AsyncSession, user_id: UUID) -> None:
        raise ShopClosed
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace

from framework.diagnostics import Related
from framework.ir import Operation
from framework.lint.code.calls import Arguments
from framework.lint.code.values import Instance
from framework.lint.contract.methods import Method, method
from framework.lint.contract.raises import Raised, Raises
from framework.lint.contract.served import ERRORS, errors, served
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "ERR003",
    "undeclared-error",
    "'{name}' lets out {error}, which the operation does not list",
    "list it under the `errors` of the operation, or catch it",
)


def _check(site: Site) -> Iterator[Finding]:
    found = served(site)
    if found is None:
        return
    own = site.workspace.code.class_of(site.scope.inner[site.node])
    raises = Raises(site.workspace, errors(site.project))
    for name, operation in found.operations.items():
        written = method(site, own, name)
        if written is not None:
            entry = replace(written.entry, self=Instance(own))
            yield from _undeclared(site, operation, written, raises.of(entry, Arguments([])))


def _undeclared(site: Site, operation: Operation, written: Method, found: Iterable[Raised]) -> Iterator[Finding]:
    listed = {f"{ERRORS}.{error.name.pascal}" for error in operation.errors}
    places = [node for node in site.node.body if node is written.node]
    seen: set[str] = set()
    for raised in found:
        if raised.name not in listed | seen:
            seen.add(raised.name)
            inside = places and written.entry.node is written.node
            yield _finding(site, operation, raised, raised.node if inside else next(iter(places), site.node))


def _finding(site: Site, operation: Operation, raised: Raised, place: ast.AST) -> Finding:
    error = errors(site.project)[raised.name]
    names = ", ".join([*(one.name.text for one in operation.errors), error.name.text])
    related = [Related(operation.span, "the operation")]
    if site.span(place) != raised.origin:
        related.insert(0, Related(raised.origin, "raised"))
    hint = (
        f"write `errors: [{names}]` in the operation {operation.name} of {operation.domain.file}, "
        "or catch it where it can be answered"
    )
    return site.finding(place, hint=hint, related=tuple(related), name=operation.name.text, error=error.name.pascal)


RULE = Rule(CODE, (ast.ClassDef,), _check)
