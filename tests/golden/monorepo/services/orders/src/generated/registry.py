# Made by `autogen generate` from services/orders/spec. Edit that, not this file.
"""Every domain of `orders` with its controller."""

from fastapi import APIRouter
from framework.runtime import controllers
from framework.runtime.db import get_db

from services.orders.src.generated import protocols
from services.orders.src.generated.routers import orders as orders_routes
from services.orders.src.generated.routers import stock as stock_routes


def create_api_router() -> APIRouter:
    """All domains. The controller of one is made once, here: `src.controllers.<domain>.<Domain>Controller`."""
    router = APIRouter(prefix="/api")
    found = controllers.find(
        "services.orders.src.controllers",
        {
            "orders": protocols.OrdersControllerProtocol,
            "stock": protocols.StockControllerProtocol,
        },
    )
    router.include_router(orders_routes.create_router(get_db, found["orders"]))
    router.include_router(stock_routes.create_router(get_db, found["stock"]))
    return router
