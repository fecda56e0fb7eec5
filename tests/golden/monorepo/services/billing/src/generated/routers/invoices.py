# Made by `autogen generate` from services/billing/spec/routers/invoices.yaml. Edit that, not this file.
"""The routes of `invoices`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.billing.src.generated import protocols
from shared.generated import schemas as shared

CREATE_INVOICE: Answer[shared.InvoiceRead] = Answer(shared.InvoiceRead, 201)
GET_INVOICE: Answer[shared.InvoiceRead] = Answer(shared.InvoiceRead, 200)
PAY_INVOICE: Answer[shared.InvoiceRead] = Answer(shared.InvoiceRead, 200)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter(prefix="/invoices", tags=["invoices"])

    @router.post(
        "",
        status_code=201,
        operation_id="create_invoice",
        response_model=shared.InvoiceRead,
        responses=problems(
            {
                400: "The body is no JSON",
                404: "There is no such customer",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def create_invoice(
        *,
        controller: Annotated[protocols.InvoicesControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        payload: shared.InvoiceCreate,
    ) -> Response:
        return await CREATE_INVOICE.answer(controller.create_invoice, session=session, payload=payload)

    @router.get(
        "/{invoice_id}",
        operation_id="get_invoice",
        response_model=shared.InvoiceRead,
        responses=problems(
            {404: "There is no such invoice", 422: "The request is not valid", 503: "The service cannot answer now"},
        ),
    )
    async def get_invoice(
        *,
        controller: Annotated[protocols.InvoicesControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        invoice_id: Annotated[t.Uuid, Path()],
    ) -> Response:
        return await GET_INVOICE.answer(controller.get_invoice, session=session, invoice_id=invoice_id)

    @router.post(
        "/{invoice_id}/pay",
        operation_id="pay_invoice",
        response_model=shared.InvoiceRead,
        responses=problems(
            {
                402: "The card was refused",
                404: "There is no such invoice",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def pay_invoice(
        *,
        controller: Annotated[protocols.InvoicesControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        invoice_id: Annotated[t.Uuid, Path()],
        card_token: Annotated[t.Text, Header(alias="card-token")],
    ) -> Response:
        return await PAY_INVOICE.answer(
            controller.pay_invoice,
            session=session,
            invoice_id=invoice_id,
            card_token=card_token,
        )

    return router
