# Made by `autogen generate` from services/backend/spec. Edit that, not this file.
"""The API of `backend`."""

from pathlib import Path

from fastapi import FastAPI
from framework.runtime import app
from framework.runtime.db import Database

from services.backend.src.generated.registry import create_api_router
from services.backend.src.generated.settings import get_settings


def create_app() -> FastAPI:
    """The app, ready to be served. It is not made where a controller does not fit its protocol."""
    return app.build(
        create_api_router,
        service="backend",
        settings=get_settings(),
        document=Path(__file__).with_name("openapi.json"),
        resources=[Database],
    )
