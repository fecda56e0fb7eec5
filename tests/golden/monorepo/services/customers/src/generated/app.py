# Made by `autogen generate` from services/customers/spec. Edit that, not this file.
"""The API of `customers`."""

from pathlib import Path

from fastapi import FastAPI
from framework.runtime import app
from framework.runtime.db import Database

from services.customers.src.generated.registry import create_api_router
from services.customers.src.generated.settings import get_settings


def create_app() -> FastAPI:
    """The app, ready to be served. It is not made where a controller does not fit its protocol."""
    return app.build(
        create_api_router,
        service="customers",
        settings=get_settings(),
        document=Path(__file__).with_name("openapi.json"),
        resources=[Database],
    )
