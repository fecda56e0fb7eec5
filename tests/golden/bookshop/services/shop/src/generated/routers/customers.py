# Made by `autogen generate` from services/shop/spec/routers/customers.yaml. Edit that, not this file.
"""The routes of `customers`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated import protocols
from shared.generated import schemas as shared

SIGN_UP: Answer[shared.CustomerRead] = Answer(shared.CustomerRead, 201)
UPDATE_CUSTOMER: Answer[shared.CustomerRead] = Answer(shared.CustomerRead, 200)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter(prefix="/customers", tags=["customers"])

    @router.post(
        "",
        status_code=201,
        operation_id="sign_up",
        response_model=shared.CustomerRead,
        responses=problems(
            {
                400: "The body is no JSON",
                409: "This address has an account",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def sign_up(
        *,
        controller: Annotated[protocols.CustomersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        payload: shared.CustomerCreate,
    ) -> Response:
        return await SIGN_UP.answer(controller.sign_up, session=session, payload=payload)

    @router.patch(
        "/{customer_id}",
        operation_id="update_customer",
        response_model=shared.CustomerRead,
        responses=problems(
            {
                400: "The body is no JSON",
                404: "Not Found",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def update_customer(
        *,
        controller: Annotated[protocols.CustomersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        customer_id: Annotated[t.Uuid, Path()],
        payload: shared.CustomerUpdate,
    ) -> Response:
        return await UPDATE_CUSTOMER.answer(
            controller.update_customer,
            session=session,
            customer_id=customer_id,
            payload=payload,
        )

    return router
