"""A controller lacks what its domain asks for.

## What it does
Finds controllers without a method for an operation, and files that should hold a controller and do not.

## Why is this bad
The methods of a protocol are abstract: a controller that lacks one cannot be made, so the process does not start.

## Example
# services/backend/spec/routers/users.yaml
rest: {prefix: /users}
operations:
  refresh_users: {rest: {method: POST, path: /refresh}}
  clear_users: {rest: {method: DELETE}}
# services/backend/src/controllers/users.py
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import UsersControllerProtocol


class UsersController(UsersControllerProtocol):
    async def refresh_users(self, session: AsyncSession) -> None:
        return None

## Use instead
# services/backend/spec/routers/users.yaml
rest: {prefix: /users}
operations:
  refresh_users: {rest: {method: POST, path: /refresh}}
  clear_users: {rest: {method: DELETE}}
# services/backend/src/controllers/users.py
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import UsersControllerProtocol


class UsersController(UsersControllerProtocol):
    async def refresh_users(self, session: AsyncSession) -> None:
        return None

    async def clear_users(self, session: AsyncSession) -> None:
        return None
"""

import ast
from collections.abc import Iterator

from framework.diagnostics import Related
from framework.lint.contract.methods import lacks
from framework.lint.contract.repairs import stubs
from framework.lint.contract.served import served
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "CTL001",
    "missing-method",
    "'{owner}' has no method '{name}'",
    "write it, or let `autogen lint --fix` append a stub",
)


def _check(site: Site) -> Iterator[Finding]:
    found = served(site)
    if found is None or found.name != site.node.name:
        return
    own = site.workspace.code.class_of(site.scope.inner[site.node])
    missing = [name for name in found.operations if lacks(site, own, name)]
    fix = stubs(site, found, missing) if missing else None
    for name in missing:
        related = (Related(found.operations[name].span, "the operation"),)
        yield site.finding(fix=fix, related=related, owner=site.node.name, name=name)


RULE = Rule(CODE, (ast.ClassDef,), _check)
