# Made by `autogen generate` from services/orders/spec/routers/orders.yaml. Edit that, not this file.
"""The routes of `orders`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.orders.src.generated import protocols
from shared.generated import schemas as shared

PLACE_ORDER: Answer[shared.OrderRead] = Answer(shared.OrderRead, 201)
LIST_ORDERS: Answer[list[shared.OrderRead]] = Answer(list[shared.OrderRead], 200)
GET_ORDER: Answer[shared.OrderRead] = Answer(shared.OrderRead, 200)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter(prefix="/orders", tags=["orders"])

    @router.post(
        "",
        status_code=201,
        operation_id="place_order",
        response_model=shared.OrderRead,
        responses=problems(
            {
                400: "The body is no JSON",
                402: "The card was refused",
                404: "There is no such customer",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def place_order(
        *,
        controller: Annotated[protocols.OrdersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        payload: shared.OrderCreate,
    ) -> Response:
        return await PLACE_ORDER.answer(controller.place_order, session=session, payload=payload)

    @router.get(
        "",
        operation_id="list_orders",
        response_model=list[shared.OrderRead],
        responses=problems({422: "The request is not valid", 503: "The service cannot answer now"}),
    )
    async def list_orders(
        *,
        controller: Annotated[protocols.OrdersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        customer_id: Annotated[t.Uuid | None, Query()] = None,
        status: Annotated[
            list[shared.OrderStatus],
            Query(
                default_factory=lambda: [shared.OrderStatus.OPEN, shared.OrderStatus.PAID],
                json_schema_extra={"default": ["open", "paid"]},
            ),
        ],
    ) -> Response:
        return await LIST_ORDERS.answer(controller.list_orders, session=session, customer_id=customer_id, status=status)

    @router.get(
        "/{order_id}",
        operation_id="get_order",
        response_model=shared.OrderRead,
        responses=problems(
            {404: "There is no such order", 422: "The request is not valid", 503: "The service cannot answer now"},
        ),
    )
    async def get_order(
        *,
        controller: Annotated[protocols.OrdersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        order_id: Annotated[t.Uuid, Path()],
    ) -> Response:
        return await GET_ORDER.answer(controller.get_order, session=session, order_id=order_id)

    return router
