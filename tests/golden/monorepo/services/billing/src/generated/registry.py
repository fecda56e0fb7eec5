# Made by `autogen generate` from services/billing/spec. Edit that, not this file.
"""Every domain of `billing` with its controller."""

from fastapi import APIRouter
from framework.runtime import controllers
from framework.runtime.db import get_db

from services.billing.src.generated import protocols
from services.billing.src.generated.routers import invoices as invoices_routes


def create_api_router() -> APIRouter:
    """All domains. The controller of one is made once, here: `src.controllers.<domain>.<Domain>Controller`."""
    router = APIRouter(prefix="/api")
    found = controllers.find(
        "services.billing.src.controllers",
        {
            "invoices": protocols.InvoicesControllerProtocol,
        },
    )
    router.include_router(invoices_routes.create_router(get_db, found["invoices"]))
    return router
