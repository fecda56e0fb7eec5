# Made by `autogen generate` from services/hello/spec/routers/greetings.yaml. Edit that, not this file.
"""The routes of `greetings`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.hello.src.generated import protocols
from shared.generated import schemas as shared

GREET: Answer[shared.Greeting] = Answer(shared.Greeting, 200)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter()

    @router.get(
        "/hello/{name}",
        operation_id="greet",
        response_model=shared.Greeting,
        responses=problems({404: "Not Found", 422: "The request is not valid", 503: "The service cannot answer now"}),
    )
    async def greet(
        *,
        controller: Annotated[protocols.GreetingsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        name: Annotated[t.Text, Path()],
    ) -> Response:
        return await GREET.answer(controller.greet, session=session, name=name)

    return router
