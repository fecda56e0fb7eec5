# Made by `autogen generate` from services/backend/spec/routers/users.yaml. Edit that, not this file.
"""The routes of `users`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer, Nothing
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated import protocols
from shared.generated import schemas as shared

CREATE_USER: Answer[shared.UserRead] = Answer(shared.UserRead, 201)
LIST_USERS: Answer[list[shared.UserRead]] = Answer(list[shared.UserRead], 200)
GET_USER: Answer[shared.UserRead] = Answer(shared.UserRead, 200)
UPDATE_USER: Answer[shared.UserRead] = Answer(shared.UserRead, 200)
DELETE_USER = Nothing(204)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter(prefix="/users", tags=["users"])

    @router.post(
        "",
        status_code=201,
        operation_id="create_user",
        summary="Register a user",
        response_model=shared.UserRead,
        responses=problems(
            {
                400: "The body is no JSON",
                409: "This address has an account already",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def create_user(
        *,
        controller: Annotated[protocols.UsersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        payload: shared.UserCreate,
    ) -> Response:
        return await CREATE_USER.answer(controller.create_user, session=session, payload=payload)

    @router.get(
        "",
        operation_id="list_users",
        summary="Users, the newest first",
        response_model=list[shared.UserRead],
        responses=problems({422: "The request is not valid", 503: "The service cannot answer now"}),
    )
    async def list_users(
        *,
        controller: Annotated[protocols.UsersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        is_active: Annotated[t.BoolParam | None, Query()] = None,
        limit: Annotated[Annotated[int, t.IntRule(ge=1, le=200, of="param")], Query()] = 50,
        offset: Annotated[Annotated[int, t.IntRule(ge=0, of="param")], Query()] = 0,
    ) -> Response:
        return await LIST_USERS.answer(
            controller.list_users,
            session=session,
            is_active=is_active,
            limit=limit,
            offset=offset,
        )

    @router.get(
        "/{user_id}",
        operation_id="get_user",
        summary="One user",
        response_model=shared.UserRead,
        responses=problems(
            {404: "There is no such user", 422: "The request is not valid", 503: "The service cannot answer now"},
        ),
    )
    async def get_user(
        *,
        controller: Annotated[protocols.UsersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        user_id: Annotated[t.Uuid, Path()],
    ) -> Response:
        return await GET_USER.answer(controller.get_user, session=session, user_id=user_id)

    @router.patch(
        "/{user_id}",
        operation_id="update_user",
        summary="Change what is sent, keep the rest",
        response_model=shared.UserRead,
        responses=problems(
            {
                400: "The body is no JSON",
                404: "There is no such user",
                409: "This address has an account already",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def update_user(
        *,
        controller: Annotated[protocols.UsersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        user_id: Annotated[t.Uuid, Path()],
        payload: shared.UserUpdate,
    ) -> Response:
        return await UPDATE_USER.answer(controller.update_user, session=session, user_id=user_id, payload=payload)

    @router.delete(
        "/{user_id}",
        status_code=204,
        operation_id="delete_user",
        summary="Remove a user",
        response_class=Response,
        responses=problems(
            {404: "There is no such user", 422: "The request is not valid", 503: "The service cannot answer now"},
        ),
    )
    async def delete_user(
        *,
        controller: Annotated[protocols.UsersControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        user_id: Annotated[t.Uuid, Path()],
    ) -> Response:
        return await DELETE_USER.answer(controller.delete_user, session=session, user_id=user_id)

    return router
