"""The door of an API: every request gets its ids, one line of the log, its share of the metrics, and an answer.

Pure ASGI, outside of all other middleware: Starlette's base class for middleware would put each request into a task of
its own, and what a handler binds would be lost on the way out.
"""

import asyncio
from collections.abc import Iterable
from time import perf_counter
from typing import Protocol

from fastapi import FastAPI
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from framework.runtime.context import PARENT, REQUEST_ID, STATE, entered
from framework.runtime.logs import ACCESS, access, get_logger
from framework.runtime.problems import problem
from framework.runtime.requests.addresses import Proxies
from framework.runtime.requests.exchange import Exchange, asked, method
from framework.runtime.requests.templates import Templates, local
from framework.runtime.sources import note

QUIET = frozenset({"/livez", "/readyz", "/health", "/startupz", "/metrics"})
"""Asked every few seconds by machines, which keep their own books."""

_FORWARDED, _TYPE = "x-forwarded-for", "content-type"
_READ = frozenset(name.encode() for name in (REQUEST_ID, PARENT, STATE, _FORWARDED, _TYPE))
_log = get_logger(ACCESS)


class Meter(Protocol):
    """Who counts requests."""

    def begin(self) -> None: ...

    def end(self, method: str, route: str, exchange: Exchange) -> None: ...


class Entry:
    """Install it last, so that it is the outermost: `entry.install(app)`."""

    def __init__(self, app: ASGIApp, meter: Meter | None = None, trusted: Iterable[str] = ()) -> None:
        self._app, self._meter, self._proxies = app, meter, Proxies(trusted)
        self._templates: Templates | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        known = asked(scope, _READ)
        with entered(known, scope) as context:
            if scope["type"] != "http":
                await self._app(scope, receive, send)
                return
            exchange = Exchange(context, receive, send, "json" in known.get(_TYPE, "json"))
            if local(scope) in QUIET:
                await self._answered(scope, exchange)
                return
            if self._meter:
                self._meter.begin()
            try:
                await self._answered(scope, exchange)
            finally:
                self._tell(scope, exchange, known.get(_FORWARDED))

    async def _answered(self, scope: Scope, exchange: Exchange) -> None:
        """What nothing has handled ends here: a server would write its text, which may hold anything, to the log."""
        try:
            await self._app(scope, exchange.receive, exchange.send)
        except asyncio.CancelledError:
            exchange.cancelled = True
            raise
        except Exception as fault:  # noqa: BLE001  # the last resort
            if exchange.gone and isinstance(fault, ClientDisconnect | OSError):
                return
            note(fault)
            _log.error("unhandled exception", route=self._route(scope, 500), exc_info=fault)
            if not exchange.started:
                await problem(500, scope=scope)(scope, exchange.receive, exchange.send)

    def _tell(self, scope: Scope, exchange: Exchange, forwarded: str | None) -> None:
        outcome = exchange.close()
        route = self._route(scope, exchange.status)
        if self._meter:
            self._meter.end(method(scope), route, exchange)
        told: dict[str, object] = {
            "method": method(scope),
            "route": route,
            "status": exchange.status,
            "duration": round(perf_counter() - exchange.begun, 6),
            "bytes": exchange.bytes,
            "client": self._proxies.client(scope, forwarded),
        }
        if exchange.code:
            told["code"] = exchange.code
        if outcome:
            told["outcome"] = outcome
        access(told)

    def _route(self, scope: Scope, status: int) -> str:
        if self._templates is None:
            app = scope.get("app")
            self._templates = Templates(app.routes if app is not None else ())
        return self._templates.of(scope, status)


def install(app: FastAPI, trusted: Iterable[str] = (), meter: Meter | None = None) -> None:
    """Put the entry before all that an app has so far."""
    app.add_middleware(Entry, meter=meter, trusted=tuple(trusted))
