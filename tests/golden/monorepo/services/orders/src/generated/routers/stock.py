# Made by `autogen generate` from services/orders/spec/routers/stock.yaml. Edit that, not this file.
"""The routes of `stock`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.orders.src.generated import protocols, schemas

GET_STOCK: Answer[schemas.Stock] = Answer(schemas.Stock, 200)
SET_STOCK: Answer[schemas.Stock] = Answer(schemas.Stock, 200)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter(prefix="/stock", tags=["stock"])

    @router.get(
        "/{article}",
        operation_id="get_stock",
        response_model=schemas.Stock,
        responses=problems({404: "Not Found", 422: "The request is not valid", 503: "The service cannot answer now"}),
    )
    async def get_stock(
        *,
        controller: Annotated[protocols.StockControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        article: Annotated[t.Text, Path()],
    ) -> Response:
        return await GET_STOCK.answer(controller.get_stock, session=session, article=article)

    @router.put(
        "",
        operation_id="set_stock",
        response_model=schemas.Stock,
        responses=problems(
            {
                400: "The body is no JSON",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def set_stock(
        *,
        controller: Annotated[protocols.StockControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        payload: schemas.Stock,
    ) -> Response:
        return await SET_STOCK.answer(controller.set_stock, session=session, payload=payload)

    return router
