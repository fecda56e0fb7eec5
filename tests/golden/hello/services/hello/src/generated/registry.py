# Made by `autogen generate` from services/hello/spec. Edit that, not this file.
"""Every domain of `hello` with its controller."""

from fastapi import APIRouter
from framework.runtime import controllers
from framework.runtime.db import get_db

from services.hello.src.generated import protocols
from services.hello.src.generated.routers import greetings as greetings_routes


def create_api_router() -> APIRouter:
    """All domains. The controller of one is made once, here: `src.controllers.<domain>.<Domain>Controller`."""
    router = APIRouter(prefix="")
    found = controllers.find(
        "services.hello.src.controllers",
        {
            "greetings": protocols.GreetingsControllerProtocol,
        },
    )
    router.include_router(greetings_routes.create_router(get_db, found["greetings"]))
    return router
