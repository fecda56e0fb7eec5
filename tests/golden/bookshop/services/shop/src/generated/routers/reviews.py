# Made by `autogen generate` from services/shop/spec/routers/reviews.yaml. Edit that, not this file.
"""The routes of `reviews`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated import protocols
from shared.generated import schemas as shared

LIST_REVIEWS: Answer[list[shared.ReviewRead]] = Answer(list[shared.ReviewRead], 200)
WRITE_REVIEW: Answer[shared.ReviewRead] = Answer(shared.ReviewRead, 201)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter(prefix="/reviews", tags=["reviews"])

    @router.get(
        "/{book_id}",
        operation_id="list_reviews",
        response_model=list[shared.ReviewRead],
        responses=problems(
            {404: "There is no such book", 422: "The request is not valid", 503: "The service cannot answer now"},
        ),
    )
    async def list_reviews(
        *,
        controller: Annotated[protocols.ReviewsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        book_id: Annotated[t.Uuid, Path()],
        at_least: Annotated[shared.Stars | None, Query()] = None,
    ) -> Response:
        return await LIST_REVIEWS.answer(controller.list_reviews, session=session, book_id=book_id, at_least=at_least)

    @router.post(
        "/{book_id}",
        status_code=201,
        operation_id="write_review",
        response_model=shared.ReviewRead,
        responses=problems(
            {
                400: "The body is no JSON",
                404: "There is no such book",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def write_review(
        *,
        controller: Annotated[protocols.ReviewsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        book_id: Annotated[t.Uuid, Path()],
        client_version: Annotated[
            Annotated[str, t.TextRule(pattern="^[0-9.]+$")] | None,
            Header(alias="client-version"),
        ] = None,
        payload: shared.ReviewCreate,
    ) -> Response:
        return await WRITE_REVIEW.answer(
            controller.write_review,
            session=session,
            book_id=book_id,
            client_version=client_version,
            payload=payload,
        )

    return router
