"""Traces, for a service whose environment names a collector; without one nothing of OpenTelemetry's SDK is loaded.

FastAPI makes the spans itself. What it would tell of a request, its path and its query, stays here, and so does what
an exception says: spans are cleaned when they end, while it is still known what the request has brought.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Any

from fastapi.telemetry import TelemetryConfig
from opentelemetry import trace
from opentelemetry.context import attach, detach
from opentelemetry.propagate import extract

from framework.runtime.context import Context, entered, inject
from framework.runtime.entry import QUIET
from framework.runtime.redaction import MASK, Redactor
from framework.runtime.requests.templates import local
from framework.runtime.settings import Fault, StartRefused

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan, TracerProvider

__all__ = ["close", "inject", "joined", "telemetry"]

ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
PROTOCOLS = ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL")
_PATIENCE = 2.0
_ABOUT = "Where traces are sent"

_PATHS = frozenset({"url.path", "url.query", "http.target", "url.fragment", "http.request.method_original"})
"""A path holds ids and names, a query anything; the route tells what was asked."""

_URLS = frozenset({"url.full", "http.url", "url.original"})
_SAFE = frozenset({"http.route", "code.function.name", "exception.type", "error.type"})


def telemetry(redactor: Redactor, service: str | None = None) -> TelemetryConfig:
    """What `FastAPI(telemetry=…)` is given."""
    off: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
    endpoint = next((name for name in ENDPOINTS if os.environ.get(name)), None)
    if endpoint is None or _disabled():
        return off
    provider = _provider(endpoint, redactor, service)
    if type(trace.get_tracer_provider()).__name__ == "ProxyTracerProvider":
        trace.set_tracer_provider(provider)  # for spans that code begins itself, and libraries
    on: TelemetryConfig = {"tracing": True, "tracer_provider": provider, "operation_spans": False, "exclude": _quiet}
    return {**off, **on}


def close(config: TelemetryConfig) -> None:
    """Send what is still here; the last thing that an app does. The SDK takes no limit for it, and tries a collector
    that is gone for ten seconds; nobody waits longer for a trace than for the answer."""
    provider: Any = config.get("tracer_provider")
    if provider is not None:
        sending = Thread(target=provider.force_flush, daemon=True)
        sending.start()
        sending.join(_PATIENCE)


@contextmanager
def joined(headers: Mapping[str, str]) -> Iterator[Context]:
    """The context of a message, from what `inject` has put into its headers: records and spans inside belong to the
    trace of who has sent it."""
    known = {name.lower(): value for name, value in headers.items()}
    token = attach(extract(known))
    try:
        with entered(known) as made:
            yield made
    finally:
        detach(token)


def cleaned(span: "ReadableSpan", redactor: Redactor) -> "ReadableSpan":
    """The span without what must not be told: in its attributes, its events, its name and its status."""
    from opentelemetry.sdk.trace import Event, ReadableSpan
    from opentelemetry.trace import Status

    told, scope, status = span.attributes or {}, span.instrumentation_scope, span.status
    ours = scope is not None and scope.name == "fastapi"  # made of templates and numbers, but for what is left out
    return ReadableSpan(
        name=span.name if ours else redactor.text(span.name),
        context=span.get_span_context(),
        parent=span.parent,
        resource=span.resource,
        attributes={key: told[key] for key in told if key not in _PATHS} if ours else _attributes(told, redactor),
        events=[Event(one.name, _attributes(one.attributes or {}, redactor), one.timestamp) for one in span.events],
        links=span.links,
        kind=span.kind,
        status=Status(status.status_code, redactor.text(status.description) if status.description else None),
        start_time=span.start_time,
        end_time=span.end_time,
        instrumentation_scope=scope,
    )


def _provider(endpoint: str, redactor: Redactor, service: str | None) -> "TracerProvider":
    protocol = next((name for name in PROTOCOLS if os.environ.get(name, "http/protobuf") != "http/protobuf"), None)
    if protocol:
        raise StartRefused([Fault(protocol, "must be http/protobuf, the one that is spoken here", _ABOUT, "")])
    if not os.environ[endpoint].startswith(("http://", "https://")):
        raise StartRefused([Fault(endpoint, "must be a URL such as http://collector:4318", _ABOUT, "")])
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import SERVICE_NAME, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        told = "is set, and what sends traces is not installed; install `autogen-spec[telemetry]` or unset it"
        raise StartRefused([Fault(endpoint, told, _ABOUT, "")]) from None

    class Cleaner(BatchSpanProcessor):
        def on_end(self, span: "ReadableSpan") -> None:
            if span.context is not None and span.context.trace_flags.sampled:
                super().on_end(cleaned(span, redactor))

    named = os.environ.get("OTEL_SERVICE_NAME") or service
    resource = Resource.create({SERVICE_NAME: named} if named else {})
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(Cleaner(OTLPSpanExporter()))
    return provider


def _attributes(told: Mapping[str, Any], redactor: Redactor) -> dict[str, Any]:
    found = {}
    for name, value in told.items():
        if name in _PATHS:
            continue
        if redactor.hides(name.rpartition(".")[2]) and name not in _SAFE:
            value = MASK
        elif name in _URLS:
            value = _host(str(value))
        elif isinstance(value, str) and name not in _SAFE:
            value = redactor.text(value)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            value = tuple(redactor.text(one) if isinstance(one, str) else one for one in value)
        found[name] = value
    return found


def _host(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0].partition('?')[0].rpartition('@')[2]}" if rest else ""


def _quiet(scope: Any) -> bool:
    return scope["type"] == "http" and local(scope) in QUIET


def _disabled() -> bool:
    return os.environ.get("OTEL_SDK_DISABLED", "").lower() == "true" or os.environ.get("OTEL_TRACES_EXPORTER") == "none"
