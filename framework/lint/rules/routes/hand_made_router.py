"""A router or an app that no spec asks for.

## What it does
Finds calls that make an app or a router of FastAPI, Starlette or another framework, and classes below one, outside of
`wiring.py`.

## Why is this bad
The router of a domain is made from its spec, with its parameters, errors and security. What another router serves is
in no document, no client and no test of the contract.

## Example
# services/backend/src/extra.py
from fastapi import APIRouter

router = APIRouter(prefix="/extra")

## Use instead
# services/backend/spec/routers/shelves.yaml
domain: shelves
operations:
  get_shelf:
    output: BookRead
    rest: {method: GET, path: /shelf}
# services/backend/src/controllers/shelves.py
from services.backend.src.generated.protocols import ShelvesControllerProtocol
from shared.generated.schemas import BookRead
from sqlalchemy.ext.asyncio import AsyncSession


class ShelvesController(ShelvesControllerProtocol):
    async def get_shelf(self, session: AsyncSession) -> BookRead:
        raise NotImplementedError
"""

import ast
from collections.abc import Iterator

from framework.lint.code.values import Made
from framework.lint.guarded import APPS
from framework.lint.rule import Finding, Rule, Site, code
from framework.lint.where import BESIDE_WIRING

CODE = code(
    __doc__,
    "RTE001",
    "hand-made-router",
    "'{name}' serves requests that no spec knows",
    "declare the operations in services/{service}/spec/routers/<domain>.yaml; what the specs cannot say goes into "
    "`configure(app)` of services/{service}/src/wiring.py",
)


def _asked(site: Site) -> frozenset[str]:
    """What a call makes, or a class is made of."""
    if isinstance(site.node, ast.ClassDef):
        return site.bases(site.node)
    made = tuple(value for value in site.values(site.node) if isinstance(value, Made) and value.node is site.node)
    return site.called(site.node) | site.workspace.code.bases(made)


def _check(site: Site) -> Iterator[Finding]:
    for name in sorted(_asked(site) & APPS)[:1]:
        service = site.service.name.text if site.service is not None else "<name>"
        yield site.finding(name=name.rpartition(".")[2], service=service)


RULE = Rule(CODE, (ast.Call, ast.ClassDef), _check, BESIDE_WIRING)
