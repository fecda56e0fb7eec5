# Made by `autogen generate` from services/shop/spec/routers/orders.yaml. Edit that, not this file.
"""The routes of `orders`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer, Nothing
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated import protocols
from shared.generated import schemas as shared

PLACE_ORDER: Answer[shared.OrderRead] = Answer(shared.OrderRead, 201)
GET_ORDER: Answer[shared.OrderRead] = Answer(shared.OrderRead, 200)
CHANGE_ADDRESS = Nothing(204)
CANCEL_ORDER = Nothing(204)


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
                402: "The payment was refused",
                409: "There are not enough copies",
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

    @router.put(
        "/{order_id}/address",
        status_code=204,
        operation_id="change_address",
        response_class=Response,
        responses=problems(
            {
                400: "The body is no JSON",
                404: "There is no such order",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def change_address(
        *,
        controller: Annotated[protocols.OrdersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        order_id: Annotated[t.Uuid, Path()],
        payload: shared.Address,
    ) -> Response:
        return await CHANGE_ADDRESS.answer(
            controller.change_address,
            session=session,
            order_id=order_id,
            payload=payload,
        )

    @router.post(
        "/{order_id}/cancel",
        status_code=204,
        operation_id="cancel_order",
        response_class=Response,
        responses=problems(
            {404: "There is no such order", 422: "The request is not valid", 503: "The service cannot answer now"},
        ),
    )
    async def cancel_order(
        *,
        controller: Annotated[protocols.OrdersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        order_id: Annotated[t.Uuid, Path()],
    ) -> Response:
        return await CANCEL_ORDER.answer(controller.cancel_order, session=session, order_id=order_id)

    return router
