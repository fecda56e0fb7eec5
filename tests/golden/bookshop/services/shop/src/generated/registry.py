# Made by `autogen generate` from services/shop/spec. Edit that, not this file.
"""Every domain of `shop` with its controller."""

from fastapi import APIRouter
from framework.runtime import controllers
from framework.runtime.db import get_db

from services.shop.src.generated import protocols
from services.shop.src.generated.routers import authors as authors_routes
from services.shop.src.generated.routers import books as books_routes
from services.shop.src.generated.routers import categories as categories_routes
from services.shop.src.generated.routers import customers as customers_routes
from services.shop.src.generated.routers import orders as orders_routes
from services.shop.src.generated.routers import reports as reports_routes
from services.shop.src.generated.routers import reviews as reviews_routes


def create_api_router() -> APIRouter:
    """All domains. The controller of one is made once, here: `src.controllers.<domain>.<Domain>Controller`."""
    router = APIRouter(prefix="/api/v1")
    found = controllers.find(
        "services.shop.src.controllers",
        {
            "authors": protocols.AuthorsControllerProtocol,
            "books": protocols.BooksControllerProtocol,
            "categories": protocols.CategoriesControllerProtocol,
            "customers": protocols.CustomersControllerProtocol,
            "orders": protocols.OrdersControllerProtocol,
            "reports": protocols.ReportsControllerProtocol,
            "reviews": protocols.ReviewsControllerProtocol,
        },
    )
    router.include_router(authors_routes.create_router(get_db, found["authors"]))
    router.include_router(books_routes.create_router(get_db, found["books"]))
    router.include_router(categories_routes.create_router(get_db, found["categories"]))
    router.include_router(customers_routes.create_router(get_db, found["customers"]))
    router.include_router(orders_routes.create_router(get_db, found["orders"]))
    router.include_router(reports_routes.create_router(get_db, found["reports"]))
    router.include_router(reviews_routes.create_router(get_db, found["reviews"]))
    return router
