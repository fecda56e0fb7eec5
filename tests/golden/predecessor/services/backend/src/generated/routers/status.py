# Made by `autogen generate` from services/backend/spec/status.yaml. Edit that, not this file.
"""The routes of `status`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from framework.runtime.answers import Answer
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated import protocols
from shared.generated import schemas as shared

LATEST_NOTICE: Answer[shared.Notice] = Answer(shared.Notice, 200)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter()

    @router.get(
        "/status/notice",
        operation_id="latest_notice",
        response_model=shared.Notice,
        responses=problems({503: "The service cannot answer now"}),
    )
    async def latest_notice(
        *,
        controller: Annotated[protocols.StatusControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
    ) -> Response:
        return await LATEST_NOTICE.answer(controller.latest_notice, session=session)

    return router
