"""A controller that does not inherit its protocol.

## What it does
Finds the class that serves a domain where its protocol does not stand above it, and files of a controller that hold
no such class.

## Why is this bad
The protocol is what type checkers, the start of the process and this guard hold a controller to. A class that only
looks like it is held to nothing.

## Example
# services/backend/spec/routers/users.yaml
rest: {prefix: /users}
operations: {refresh_users: {rest: {method: POST, path: /refresh}}}
# services/backend/src/controllers/users.py
from sqlalchemy.ext.asyncio import AsyncSession


class UsersController:
    async def refresh_users(self, session: AsyncSession) -> None:
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
        return None
"""

import ast
from collections.abc import Iterator
from typing import Any

from framework.lint.code import lookup
from framework.lint.contract.served import homes
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "CTL004",
    "missing-protocol",
    "{what} {protocol}",
    "write `from {home} import {protocol}` and `class {name}({protocol}):`",
)


def _check(site: Site) -> Iterator[Finding]:
    found = homes(site.project).get(site.file.path)
    if found is None:
        return
    values: dict[str, Any] = {"protocol": f"{found.name}Protocol", "home": found.home, "name": found.name}
    if isinstance(site.node, ast.Module):
        if not lookup.name(site.workspace.code, found.name, site.file.scope.frame):
            what = f"the file has no class '{found.name}', which would inherit"
            yield site.finding(what=what, **values)
    elif site.node.name == found.name and found.protocol not in site.bases(site.node):
        yield site.finding(what=f"'{found.name}' does not inherit", **values)


RULE = Rule(CODE, (ast.ClassDef, ast.Module), _check)
