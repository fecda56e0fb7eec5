"""Puts an API together: its routes, its document, its problems, and what the service adds by hand."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.openapi.docs import get_swagger_ui_html

from framework.runtime import problems, violations
from framework.runtime.db import Database
from framework.runtime.routes import close

DOCUMENT = "/openapi.json"


def build(router: APIRouter, document: Path, wiring: str) -> FastAPI:
    """The app of a service. `document` is what the compiler wrote: the app takes its title from it and serves it as it
    is. `wiring` is the module whose `configure(app)` is called last, if there is one."""
    written = document.read_bytes()
    info = json.loads(written)["info"]
    app = FastAPI(
        title=info["title"],
        version=info["version"],
        description=info.get("description", ""),
        openapi_url=None,  # FastAPI would derive a document of its own, some milliseconds for each operation
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # a path that no spec names is no path
        lifespan=_life,
    )
    app.state.database = Database()
    problems.install(app)
    violations.install(app)
    app.include_router(router)
    _publish(app, written)
    if _exists(wiring):
        import_module(wiring).configure(app)
    close(app)
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    yield
    await app.state.database.close()


def _publish(app: FastAPI, document: bytes) -> None:
    """The document at its address, for people, and to whoever asks the app for it."""

    async def openapi() -> Response:
        return Response(document, media_type="application/json")

    async def docs(request: Request) -> Response:
        root = str(request.scope.get("root_path", "")).rstrip("/")
        return get_swagger_ui_html(openapi_url=root + DOCUMENT, title=app.title)

    def parsed() -> dict[str, Any]:
        app.openapi_schema = app.openapi_schema or json.loads(document)
        return app.openapi_schema

    app.add_api_route(DOCUMENT, openapi, include_in_schema=False)
    app.add_api_route("/docs", docs, include_in_schema=False)
    app.openapi = parsed  # type: ignore[method-assign]  # the way that FastAPI names for it


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # a folder above it is none
        return False
