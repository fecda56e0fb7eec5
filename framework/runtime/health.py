"""What an orchestrator asks: does the process live, has it started, should it be given requests.

`/livez` knows of no resource: a process that is started anew does not bring a database back. `/readyz`, which is also
`/health`, says of each whether it answers, and nothing else of it, for anybody may read it.
"""

from collections.abc import Mapping
from typing import Protocol

from fastapi import FastAPI
from fastapi.responses import JSONResponse

from framework.runtime.resources import Resources

__all__ = ["PATHS", "install"]

PATHS = ("/livez", "/readyz", "/health", "/startupz")
_METHODS = ["GET", "HEAD"]


class Draining(Protocol):
    """Who knows that the process is to end."""

    @property
    def draining(self) -> bool: ...


class Meter(Protocol):
    def dependency(self, name: str, up: bool) -> None: ...


def install(app: FastAPI, resources: Resources, drain: Draining | None = None, timeout: float = 2.0) -> None:
    """The probes, outside of the document. A check that takes longer than `timeout` counts as none."""

    async def live() -> JSONResponse:
        return _said(200, "alive")

    async def started() -> JSONResponse:
        return _said(200, "started") if resources.opened else _said(503, "starting")

    async def ready() -> JSONResponse:
        if drain is not None and drain.draining:
            return _said(503, "draining")
        if not resources.opened:
            return _said(503, "starting")
        states = await resources.states(timeout)
        _count(app, states)
        checks = {name: "up" if up else "down" for name, up in states.items()}
        return _said(200, "ready", checks) if all(states.values()) else _said(503, "unavailable", checks)

    for path, answer in zip(PATHS, (live, ready, ready, started), strict=True):
        app.add_api_route(path, answer, methods=_METHODS, include_in_schema=False)


def _said(status: int, word: str, checks: Mapping[str, str] | None = None) -> JSONResponse:
    content = {"status": word} if checks is None else {"status": word, "checks": dict(checks)}
    return JSONResponse(content, status, headers={"Cache-Control": "no-store"})


def _count(app: FastAPI, states: Mapping[str, bool]) -> None:
    meter: Meter | None = getattr(app.state, "meter", None)
    if meter is not None:
        for name, up in states.items():
            meter.dependency(name, up)
