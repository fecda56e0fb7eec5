"""What an app answers to beside its specs. No folder can reach it: it is about what code does to an app in memory."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, WebSocketRoute

from framework.runtime import problems
from framework.runtime.app import build
from framework.runtime.settings import Settings
from framework.runtime.surface import Bypassed, Surface, routes, things

HOME = "services.shop.src.generated.routers.books"
ASKED = frozenset({"GET /books", "POST /books"})


def endpoint(module: str, name: str = "endpoint") -> Callable[[], Awaitable[None]]:
    async def made() -> None: ...

    made.__module__, made.__qualname__ = module, name
    return made


def app(*, without: str = "") -> FastAPI:
    """What `build` does, step by step, and without a spec."""
    made = FastAPI(openapi_url=None)
    problems.install(made)
    router = APIRouter()
    for method in sorted({"GET", "POST"} - {without}):
        router.add_api_route("/books", endpoint(HOME, method.lower()), methods=[method])
    made.include_router(router)
    return made


def surface(made: FastAPI) -> Surface:
    found = Surface(made, "shop", ASKED)
    found.take("specs")
    return found


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("APP_ENV", "CI"):
        monkeypatch.delenv(name, raising=False)


def test_what_the_specs_ask_for_is_no_difference() -> None:
    assert surface(app()).differences() == []


def test_a_route_of_a_document_has_a_name() -> None:
    document: dict[str, Any] = {"paths": {"/books": {"get": {}, "post": {}, "parameters": []}}}
    assert routes(document) == ASKED


def test_a_route_that_nobody_has_taken_is_told_with_its_maker() -> None:
    made = app()
    held = surface(made)
    made.add_api_route("/secret", endpoint("services.shop.src.hidden", "leak"))
    assert held.differences() == [
        "GET /secret (services.shop.src.hidden.leak) is in no spec, and wiring.py has not added it"
    ]


def test_what_wiring_adds_is_taken() -> None:
    made = app()
    held = surface(made)
    made.add_api_route("/robots.txt", endpoint("services.shop.src.wiring"))
    made.add_middleware(BaseHTTPMiddleware)
    held.take("wiring")
    assert held.differences() == []


def test_wiring_cannot_take_the_place_of_an_operation() -> None:
    made = app()
    held = surface(made)
    made.add_api_route("/books", endpoint("services.shop.src.wiring", "mine"))
    held.take("wiring")
    assert held.differences() == [
        "GET /books (services.shop.src.wiring.mine) is in no spec, and wiring.py has not added it"
    ]


def test_an_operation_that_is_served_by_other_code_is_told_twice() -> None:
    made = app(without="POST")
    made.add_api_route("/books", endpoint("services.shop.src.other", "mine"), methods=["POST"])
    assert surface(made).differences() == [
        "POST /books (services.shop.src.other.mine) is in no spec, and wiring.py has not added it",
        "POST /books is in the specs, and nothing generated serves it",
    ]


def test_code_of_the_service_is_not_the_runtime() -> None:
    made = app()
    made.add_api_route("/early", endpoint("services.shop.src.x"))
    held = surface(made)
    held.take("runtime")
    assert [line.split(" (")[0] for line in held.differences()] == ["GET /early"]


async def _noop(request: Request, fault: Exception) -> Response:
    return Response()


@pytest.mark.parametrize(
    ("add", "name"),
    [
        (lambda made: made.add_middleware(BaseHTTPMiddleware, dispatch=None), "the middleware BaseHTTPMiddleware"),
        (lambda made: made.add_exception_handler(KeyError, _noop), "the handler of KeyError"),
        (lambda made: made.router.routes.append(Mount("/sub", FastAPI())), "Mount /sub"),
        (lambda made: made.router.routes.insert(0, WebSocketRoute("/ws", _noop)), "WebSocketRoute /ws"),
    ],
)
def test_everything_that_answers_counts(add: Callable[[FastAPI], None], name: str) -> None:
    made = app()
    held = surface(made)
    add(made)
    assert [line.split(" (")[0] for line in held.differences()] == [name]


@pytest.mark.parametrize(("name", "value"), [("APP_ENV", "test"), ("CI", "true")])
def test_it_does_not_start_where_somebody_looks(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    made = app()
    held = surface(made)
    monkeypatch.setenv(name, value)
    held.hold()
    made.add_api_route("/secret", endpoint("services.shop.src.x"))
    with pytest.raises(Bypassed, match="GET /secret"):
        held.hold()


def test_it_warns_elsewhere(caplog: pytest.LogCaptureFixture) -> None:
    made = app()
    held = surface(made)
    made.add_api_route("/secret", endpoint("services.shop.src.x"))
    with caplog.at_level(logging.WARNING, "framework.runtime"):
        held.hold()
    assert "beside the specs: GET /secret" in caplog.text


def test_a_worker_is_held_to_its_consumers() -> None:
    """A stand-in of the shape that FastStream 0.7 has: brokers, their subscribers, the calls of each."""

    def subscriber(channel: str, module: str) -> Any:
        call = SimpleNamespace(handler=endpoint(module, "on_event"))
        return SimpleNamespace(specification=SimpleNamespace(name=f"{channel}:OnEvent"), calls=[call])

    broker = SimpleNamespace(subscribers=[subscriber("book_added", "services.shop.src.generated.consumers")])
    worker = SimpleNamespace(brokers=[broker])
    held = Surface(worker, "shop", frozenset({"the consumer of book_added"}))
    held.take("specs")
    assert held.differences() == []
    broker.subscribers.append(subscriber("book_sold", "services.shop.src.x"))
    assert held.differences() == [
        "the consumer of book_sold (services.shop.src.x.on_event) is in no spec, and wiring.py has not added it"
    ]


def test_an_app_of_the_runtime_is_its_own(tmp_path: Path) -> None:
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps({"info": {"title": "Shop", "version": "1"}, "paths": {}}))
    made = build(APIRouter, "shop", Settings(), document)
    assert {thing.name for thing in things(made)} >= {"GET /openapi.json", "GET /docs", "Gate", "GET /livez"}
    assert made.state.surface.differences() == []


def test_what_comes_after_the_app_was_built_is_seen_when_it_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps({"info": {"title": "Shop", "version": "1"}, "paths": {}}))
    monkeypatch.setenv("APP_ENV", "test")
    made = build(APIRouter, "shop", Settings(), document)
    made.add_api_route("/late", endpoint("services.shop.src.main"))

    async def started() -> None:
        async with made.router.lifespan_context(made):
            raise AssertionError("it has started")

    with pytest.raises(Bypassed, match="GET /late"):
        asyncio.run(started())
