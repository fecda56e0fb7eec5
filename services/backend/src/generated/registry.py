# Made by `autogen generate` from services/backend/spec. Edit that, not this file.
"""Every domain of `backend` with its controller."""

from fastapi import APIRouter
from framework.runtime import controllers
from framework.runtime.db import get_db

from services.backend.src.generated import protocols
from services.backend.src.generated.routers import users as users_routes


def create_api_router() -> APIRouter:
    """All domains. The controller of one is made once, here: `src.controllers.<domain>.<Domain>Controller`."""
    router = APIRouter(prefix="/api")
    found = controllers.find(
        "services.backend.src.controllers",
        {
            "users": protocols.UsersControllerProtocol,
        },
    )
    router.include_router(users_routes.create_router(get_db, found["users"]))
    return router
