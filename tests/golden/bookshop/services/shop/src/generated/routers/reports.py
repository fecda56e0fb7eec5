# Made by `autogen generate` from services/shop/spec/routers/reports.yaml. Edit that, not this file.
"""The routes of `reports`."""

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated import protocols, schemas

DAILY_SALES: Answer[schemas.SalesReport] = Answer(schemas.SalesReport, 200)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter()

    @router.get(
        "/reports/sales/{day}",
        operation_id="daily_sales",
        response_model=schemas.SalesReport,
        responses=problems({404: "Not Found", 422: "The request is not valid", 503: "The service cannot answer now"}),
    )
    async def daily_sales(
        *,
        controller: Annotated[protocols.ReportsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        day: Annotated[t.Date, Path()],
        since: Annotated[t.Time, Query()] = dt.time(0),
    ) -> Response:
        return await DAILY_SALES.answer(controller.daily_sales, session=session, day=day, since=since)

    return router
