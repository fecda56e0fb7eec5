"""Puts an API together: its routes, its document, what it holds open, what stands around it, and what the service adds
by hand.

From the outside in a request passes the entry (ids, log, metrics, last resort), the drain, what `wiring.py` adds, CORS,
the limit of bodies, the handlers of faults, and the routes.
"""

import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.telemetry import TelemetryConfig
from starlette.concurrency import run_in_threadpool
from starlette.middleware.cors import CORSMiddleware

from framework.runtime import entry, health, logs, metrics, problems, sources, traces
from framework.runtime.drain import Drain
from framework.runtime.requests.body import BodyLimit
from framework.runtime.resources import Resource, Resources
from framework.runtime.routes import close
from framework.runtime.settings import Settings
from framework.runtime.surface import Surface, routes

DOCUMENT = "/openapi.json"
Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def build(
    create_api_router: Callable[[], APIRouter],
    service: str,
    settings: Settings,
    document: Path,
    resources: Sequence[Callable[[Any], Resource]] = (),
) -> FastAPI:
    """The app of a service. `document` is what the compiler wrote: the app takes its title from it and serves it as it
    is. Each of `resources` is made from the settings. `configure(app)` of `services.<service>.src.wiring` is called
    when the routes are there, if there is such a module."""
    telemetry = traces.telemetry(logs.configure(settings, service), service)
    held = Resources(*(make(settings) for make in resources), startup_timeout=settings.startup_timeout)
    drain = Drain(settings.shutdown_delay, settings.shutdown_timeout)
    written = document.read_bytes()
    app = _titled(written, telemetry, _lifespan(held, drain, telemetry))
    app.root_path = settings.root_path
    app.state.settings = settings
    held.attach(app)
    problems.install(app)
    if hasattr(app.state, "database"):
        from framework.runtime import violations

        violations.install(app)
    surface = app.state.surface = Surface(app, service, routes(json.loads(written)))
    with sources.noted():
        app.include_router(create_api_router())
    surface.take("specs")
    health.install(app, held, drain, settings.readiness_timeout)
    meter = metrics.install(app, settings)
    _surround(app, settings)
    surface.take("runtime")
    _wire(app, f"services.{service}.src.wiring")
    surface.take("wiring")
    close(app)
    drain.install(app)
    entry.install(app, settings.trusted_proxies, meter)
    surface.take("runtime")
    surface.hold()
    return app


def _lifespan(held: Resources, drain: Drain, telemetry: TelemetryConfig) -> Lifespan:
    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        try:
            app.state.surface.hold()  # what was added since the app was built
            _watch(app)  # before the first connection is made
            with drain.watching():
                async with held:
                    drain.started()
                    yield
        finally:
            await run_in_threadpool(traces.close, telemetry)

    return life


def _watch(app: FastAPI) -> None:
    """Count the connections of the database, where there is one and where anybody counts."""
    meter, database = getattr(app.state, "meter", None), getattr(app.state, "database", None)
    if meter is not None and database is not None:
        meter.watch(database.engine.sync_engine.pool, database.name)


def _titled(written: bytes, telemetry: TelemetryConfig, lifespan: Lifespan) -> FastAPI:
    info = json.loads(written)["info"]
    app = FastAPI(
        title=info["title"],
        version=info["version"],
        description=info.get("description", ""),
        openapi_url=None,  # FastAPI would derive a document of its own, some milliseconds for each operation
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # a path that no spec names is no path
        telemetry=telemetry,
        lifespan=lifespan,
    )
    _publish(app, written)
    return app


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


def _surround(app: FastAPI, settings: Settings) -> None:
    """CORS stands outside of the limit, so that a page can read that its body was too large."""
    app.add_middleware(BodyLimit, most=settings.max_body_bytes)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_credentials="*" not in settings.cors_origins,
            allow_methods=["*"],
            allow_headers=["*"],
            expose_headers=["X-Request-ID", "Retry-After"],
        )


def _wire(app: FastAPI, module: str) -> None:
    try:
        found = find_spec(module) is not None
    except ModuleNotFoundError:  # a folder above it is none
        found = False
    if found:
        import_module(module).configure(app)
