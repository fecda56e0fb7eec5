# Made by `autogen generate` from services/shop/spec/routers/categories.yaml. Edit that, not this file.
"""The routes of `categories`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from framework.runtime.answers import Answer
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated import protocols
from shared.generated import schemas as shared

LIST_CATEGORIES: Answer[list[shared.Category]] = Answer(list[shared.Category], 200)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter(prefix="/categories", tags=["catalogue"])

    @router.get(
        "",
        operation_id="list_categories",
        response_model=list[shared.Category],
        responses=problems({503: "The service cannot answer now"}),
    )
    async def list_categories(
        *,
        controller: Annotated[protocols.CategoriesControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
    ) -> Response:
        return await LIST_CATEGORIES.answer(controller.list_categories, session=session)

    return router
