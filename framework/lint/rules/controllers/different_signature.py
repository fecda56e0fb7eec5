"""A method does not take or give what its operation says.

## What it does
Compares the methods of a controller with their operations: the parameters by name and type, and the result. A
parameter may be wider than asked for, and a further one may have a default; a result may be narrower.

## Why is this bad
The handler gives every argument by its name and turns the result into the declared model. What differs fails when the
process starts, or in the first request that takes that road.

## Example
# services/backend/spec/routers/users.yaml
rest: {prefix: /users}
operations: {refresh_users: {rest: {method: POST, path: /refresh}}}
# services/backend/src/controllers/users.py
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import UsersControllerProtocol


class UsersController(UsersControllerProtocol):
    async def refresh_users(self, session: AsyncSession) -> dict[str, int]:
        return {}

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
from collections.abc import Iterator, Sequence

from framework.diagnostics import Fix, Related
from framework.lint.contract.methods import Method, method
from framework.lint.contract.repairs import signature
from framework.lint.contract.served import Served, served
from framework.lint.contract.signatures import Difference, differences
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "CTL002",
    "different-signature",
    "'{name}' differs from its operation: {how}",
    "write it as the protocol has it, or change the operation in {file}",
)


def _check(site: Site) -> Iterator[Finding]:
    found = served(site)
    if found is None:
        return
    own = site.workspace.code.class_of(site.scope.inner[site.node])
    for name, operation in found.operations.items():
        written = method(site, own, name)
        wrong = differences(site.workspace.code, operation, written) if written is not None else []
        if written is not None and wrong:
            related = (Related(operation.span, "the operation"),)
            how = "; ".join(each.told for each in wrong)
            place = written.node if written.node in site.node.body else None
            fix = _fix(site, found, written, wrong)
            yield site.finding(place, fix=fix, related=related, name=name, how=how, file=found.domain.file)


def _fix(site: Site, found: Served, written: Method, wrong: Sequence[Difference]) -> Fix | None:
    """Where names stay what they are, nothing in the body has to follow."""
    if written.node not in site.node.body or any(each.told.startswith("it is a ") for each in wrong):
        return None
    names = [each.name for each in wrong]
    return signature(site, found, written.node.name, names, safe=not any(each.renames for each in wrong))


RULE = Rule(CODE, (ast.ClassDef,), _check)
