"""The probes: what each says, before the start, with a resource that is down, and to whoever asks by HEAD."""

import asyncio
from types import SimpleNamespace

import httpx2
from fastapi import FastAPI

from framework.runtime import health
from framework.runtime.resources import Resources


class Fake:
    def __init__(self, name: str) -> None:
        self.name, self.down, self.slow = name, False, 0.0

    async def open(self) -> None: ...

    async def check(self) -> None:
        await asyncio.sleep(self.slow)
        if self.down:
            raise OSError("secret-7f3a refused")

    async def close(self) -> None: ...


class Meter:
    def __init__(self) -> None:
        self.told: dict[str, bool] = {}

    def dependency(self, name: str, up: bool) -> None:
        self.told[name] = up


def made(*fakes: Fake, draining: bool = False) -> tuple[FastAPI, Resources]:
    resources = Resources(*fakes)
    app = FastAPI(lifespan=resources.lifespan)
    health.install(app, resources, SimpleNamespace(draining=draining), timeout=0.2)
    return app, resources


def asked(app: FastAPI, *paths: str, method: str = "GET", started: bool = True) -> list[httpx2.Response]:
    async def ask() -> list[httpx2.Response]:
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://here") as client:
            return [await client.request(method, path) for path in paths]

    async def run() -> list[httpx2.Response]:
        if not started:
            return await ask()
        async with app.router.lifespan_context(app):
            return await ask()

    return asyncio.run(run())


def test_all_is_well() -> None:
    app, _ = made(Fake("database"), Fake("cache"))
    live, ready, also, start = asked(app, *health.PATHS)
    assert [one.status_code for one in (live, ready, also, start)] == [200] * 4
    assert ready.json() == also.json() == {"status": "ready", "checks": {"database": "up", "cache": "up"}}
    assert ready.headers["cache-control"] == "no-store"


def test_one_that_is_down_or_slow_is_named_and_nothing_more() -> None:
    well, down, slow = Fake("database"), Fake("cache"), Fake("storage")
    down.down, slow.slow = True, 5.0
    app, _ = made(well, down, slow)
    app.state.meter = Meter()
    live, ready = asked(app, "/livez", "/readyz")
    assert live.status_code == 200
    assert ready.status_code == 503
    checks = {"database": "up", "cache": "down", "storage": "down"}
    assert ready.json() == {"status": "unavailable", "checks": checks}
    assert "7f3a" not in ready.text
    assert app.state.meter.told == {"database": True, "cache": False, "storage": False}


def test_before_the_start_there_is_life_only() -> None:
    app, _ = made(Fake("database"))
    live, ready, _, start = asked(app, *health.PATHS, started=False)
    assert [live.status_code, ready.status_code, start.status_code] == [200, 503, 503]
    assert start.json() == ready.json() == {"status": "starting"}


def test_who_is_on_the_way_out_is_not_ready_whatever_its_resources_say() -> None:
    app, _ = made(Fake("database"), draining=True)
    live, ready = asked(app, "/livez", "/readyz")
    assert (live.status_code, ready.status_code, ready.json()) == (200, 503, {"status": "draining"})


def test_balancers_may_ask_by_head() -> None:
    app, _ = made()
    (ready,) = asked(app, "/readyz", method="HEAD")
    assert (ready.status_code, ready.content) == (200, b"")


def test_they_are_no_part_of_the_document() -> None:
    app, _ = made()
    assert app.openapi()["paths"] == {}
