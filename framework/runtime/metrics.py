"""What a service counts, and `/metrics`, where Prometheus reads it.

Labels are templates, methods, statuses and codes: things of which there are few. An id in a label is a new series for
each user, and a leak.
"""

import re
from collections.abc import Callable
from hmac import compare_digest
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool

from framework.runtime.problems import Told, problem
from framework.runtime.requests.exchange import Exchange
from framework.runtime.told import workers

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

PATH = "/metrics"
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0)
"""https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration"""

_LABELS = ("http_request_method", "http_route", "http_response_status_code")
_CODE = re.compile(r"[a-z0-9_]{1,64}")
_MOST, _OTHER = 500, "_other"
"""A code that a hand makes up for each request would be a label without end."""


class Meter:
    """The numbers of one app. Loads prometheus_client, which an app without metrics does not."""

    def __init__(self) -> None:
        self._folder = workers.folder()
        import prometheus_client

        if self._folder is not None:
            _share()
        registry = prometheus_client.CollectorRegistry()
        self._registry = registry
        self._duration = prometheus_client.Histogram(
            "http_server_request_duration_seconds", "How long requests took.", _LABELS, buckets=_BUCKETS,
            registry=registry,
        )  # fmt: skip
        self._errors = prometheus_client.Counter("app_errors", "Problems by code.", ("code",), registry=registry)

        def gauge(name: str, text: str, labels: tuple[str, ...] = (), mode: Any = "livesum") -> prometheus_client.Gauge:
            return prometheus_client.Gauge(name, text, labels, registry=registry, multiprocess_mode=mode)

        self._active = gauge("http_server_active_requests", "Requests at work.")
        self._up = gauge("app_dependency_up", "1 if the last check went well.", ("dependency",), "livemin")
        self._size = gauge("app_pool_connections", "Connections that a pool holds.", ("pool",))
        self._used = gauge("app_pool_connections_used", "Connections of a pool at work.", ("pool",))
        self._series: dict[tuple[str, str, int], Callable[[float], None]] = {}
        self._codes: dict[str, Callable[[], None]] = {}
        if self._folder is None:
            prometheus_client.ProcessCollector(registry=registry)

    def begin(self) -> None:
        self._active.inc()

    def end(self, method: str, route: str, exchange: Exchange) -> None:
        self._active.dec()
        key = (method, route, exchange.status)
        observe = self._series.get(key)
        if observe is None:
            observe = self._series[key] = self._duration.labels(method, route, str(exchange.status)).observe
        observe(perf_counter() - exchange.begun)
        if exchange.code is not None:
            self._failed(exchange.code)

    def dependency(self, name: str, up: bool) -> None:
        """What a check has found of something that the service needs."""
        self._up.labels(name).set(int(up))

    def watch(self, pool: Any, name: str) -> None:
        """Count the connections of a pool of SQLAlchemy. A pool is of one process, so the workers' are added up."""
        from sqlalchemy import event

        size, used = self._size.labels(name), self._used.labels(name)
        if hasattr(pool, "checkedin"):
            used.set(pool.checkedout())
            size.set(pool.checkedout() + pool.checkedin())
        event.listen(pool, "connect", lambda *_: size.inc())
        event.listen(pool, "close", lambda *_: size.dec())
        event.listen(pool, "close_detached", lambda *_: size.dec())
        event.listen(pool, "checkout", lambda *_: used.inc())
        event.listen(pool, "checkin", lambda *_: used.dec())

    def written(self, accept: str) -> tuple[bytes, str]:
        """All of it in the form that the reader asks for, and the name of that form."""
        from prometheus_client.exposition import choose_encoder

        encode, kind = choose_encoder(accept)
        return encode(_all(self._folder) if self._folder else self._registry), kind

    def _failed(self, code: str) -> None:
        count = self._codes.get(code)
        if count is None:
            if len(self._codes) >= _MOST or not _CODE.fullmatch(code):
                code = _OTHER
            count = self._codes[code] = self._errors.labels(code).inc
        count()


def install(app: FastAPI, settings: Any = None) -> Meter | None:
    """Count, and answer at `/metrics`; None where the settings turn it off. With a token only who shows it is
    answered."""
    if not getattr(settings, "metrics", True):
        return None
    meter, token = Meter(), getattr(settings, "metrics_token", None)
    wanted = None if token is None else f"Bearer {token.get_secret_value()}".encode()

    async def metrics(request: Request) -> Response:
        shown = request.headers.get("authorization", "").encode("latin-1", "replace")
        if wanted is not None and not compare_digest(shown, wanted):
            return problem(401, Told(headers={"WWW-Authenticate": "Bearer"}), request.scope)
        text, kind = await run_in_threadpool(meter.written, request.headers.get("accept", ""))
        return Response(text, headers={"Content-Type": kind})

    app.add_api_route(PATH, metrics, include_in_schema=False)
    app.state.meter = meter
    return meter


def _share() -> None:
    """prometheus_client looks at the variable when it is imported, which may have been before us."""
    from prometheus_client import values

    if not values.ValueClass._multiprocess:
        values.ValueClass = values.MultiProcessValue()  # type: ignore[no-untyped-call]  # untyped there


def _all(folder: Path) -> "CollectorRegistry":
    from prometheus_client import CollectorRegistry
    from prometheus_client.multiprocess import MultiProcessCollector

    workers.forget_the_dead(folder)
    registry = CollectorRegistry()
    MultiProcessCollector(registry, str(folder))  # type: ignore[no-untyped-call]  # untyped there
    return registry
