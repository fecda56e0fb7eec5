# Made by `autogen generate` from services/backend/spec. Edit that, not this file.
"""Every domain of `backend` with its controller."""

from fastapi import APIRouter
from framework.runtime import controllers
from framework.runtime.db import get_db

from services.backend.src.generated import protocols
from services.backend.src.generated.routers import parcels as parcels_routes
from services.backend.src.generated.routers import status as status_routes


def create_api_router() -> APIRouter:
    """All domains. The controller of one is made once, here: `src.controllers.<domain>.<Domain>Controller`."""
    router = APIRouter(prefix="")
    found = controllers.find(
        "services.backend.src.controllers",
        {
            "parcels": protocols.ParcelsControllerProtocol,
            "status": protocols.StatusControllerProtocol,
        },
    )
    router.include_router(parcels_routes.create_router(get_db, found["parcels"]))
    router.include_router(status_routes.create_router(get_db, found["status"]))
    return router
