# Made by `autogen generate` from services/customers/spec. Edit that, not this file.
"""Every domain of `customers` with its controller."""

from fastapi import APIRouter
from framework.runtime import controllers
from framework.runtime.db import get_db

from services.customers.src.generated import protocols
from services.customers.src.generated.routers import customers as customers_routes


def create_api_router() -> APIRouter:
    """All domains. The controller of one is made once, here: `src.controllers.<domain>.<Domain>Controller`."""
    router = APIRouter(prefix="")
    found = controllers.find(
        "services.customers.src.controllers",
        {
            "customers": protocols.CustomersControllerProtocol,
        },
    )
    router.include_router(customers_routes.create_router(get_db, found["customers"]))
    return router
