# Made by `autogen generate` from services/shop/spec/routers/authors.yaml. Edit that, not this file.
"""The routes of `authors`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated import protocols
from shared.generated import schemas as shared

LIST_AUTHORS: Answer[list[shared.AuthorRead]] = Answer(list[shared.AuthorRead], 200)
CREATE_AUTHOR: Answer[shared.AuthorRead] = Answer(shared.AuthorRead, 201)
UPDATE_AUTHOR: Answer[shared.AuthorRead] = Answer(shared.AuthorRead, 200)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter(prefix="/authors", tags=["catalogue"])

    @router.get(
        "",
        operation_id="list_authors",
        response_model=list[shared.AuthorRead],
        responses=problems({503: "The service cannot answer now"}),
    )
    async def list_authors(
        *,
        controller: Annotated[protocols.AuthorsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
    ) -> Response:
        return await LIST_AUTHORS.answer(controller.list_authors, session=session)

    @router.post(
        "",
        status_code=201,
        operation_id="create_author",
        response_model=shared.AuthorRead,
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
    async def create_author(
        *,
        controller: Annotated[protocols.AuthorsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        payload: shared.AuthorCreate,
    ) -> Response:
        return await CREATE_AUTHOR.answer(controller.create_author, session=session, payload=payload)

    @router.patch(
        "/{author_id}",
        operation_id="update_author",
        response_model=shared.AuthorRead,
        responses=problems(
            {
                400: "The body is no JSON",
                404: "There is no such author",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def update_author(
        *,
        controller: Annotated[protocols.AuthorsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        author_id: Annotated[t.Text, Path()],
        payload: shared.AuthorUpdate,
    ) -> Response:
        return await UPDATE_AUTHOR.answer(
            controller.update_author,
            session=session,
            author_id=author_id,
            payload=payload,
        )

    return router
