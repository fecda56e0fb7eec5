"""What is known of the request or the message at work: the ids under which it is told of, and what it has brought.

One variable holds all of it and is set anew for each of them, so nothing of one is found in the next; a queue is read
by one task for hours, and what a handler bound would stay there.
"""

import re
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from random import getrandbits
from typing import Any

from opentelemetry import trace
from structlog.contextvars import clear_contextvars

REQUEST_ID, PARENT, STATE = "x-request-id", "traceparent", "tracestate"

_SAFE = re.compile(r"[A-Za-z0-9._-]{8,64}")
"""An id that a client chose stands in every line of the log: short, and nothing that a log or a shell reads."""

_PARENT = re.compile(r"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?")
"""https://www.w3.org/TR/trace-context/#traceparent-header; later versions may say more behind the flags."""

_LONGEST_STATE = 512


@dataclass(slots=True, eq=False)
class Context:
    """`scope`, `chunks` and `told` are what must not be repeated: the request as it came, and what code remembered."""

    request_id: str
    trace_id: str
    span_id: str
    flags: str = "01"
    state: str = ""
    scope: Mapping[str, Any] | None = None
    chunks: list[bytes] = field(default_factory=list)
    told: list[object] = field(default_factory=list)
    found: Any = None
    """What redaction has gathered from the three, and of how much."""


_current: ContextVar[Context | None] = ContextVar("framework_context", default=None)


def current() -> Context | None:
    return _current.get()


@contextmanager
def entered(headers: Mapping[str, str], scope: Mapping[str, Any] | None = None) -> Iterator[Context]:
    """The context of one request or message, made from its headers (their names in lower case)."""
    clear_contextvars()
    made = _made(headers, scope)
    token = _current.set(made)
    try:
        yield made
    finally:
        _current.reset(token)


def ids() -> dict[str, str]:
    """The ids of what is at work, for a line of the log. A span that code has begun itself is told of as its own."""
    known = _current.get()
    found = {"request_id": known.request_id} if known else {}
    span = trace.get_current_span().get_span_context()
    if span.is_valid:
        return {**found, "trace_id": f"{span.trace_id:032x}", "span_id": f"{span.span_id:016x}"}
    return {**found, "trace_id": known.trace_id, "span_id": known.span_id} if known else found


def inject(headers: MutableMapping[str, str]) -> None:
    """Hand the ids on: to the service that is called, to whoever reads the message."""
    known, span = _current.get(), trace.get_current_span().get_span_context()
    if known:
        headers[REQUEST_ID] = known.request_id
    if span.is_valid:
        headers[PARENT] = f"00-{span.trace_id:032x}-{span.span_id:016x}-{int(span.trace_flags):02x}"
        state = span.trace_state.to_header()
    elif known:
        headers[PARENT] = f"00-{known.trace_id}-{known.span_id}-{known.flags}"
        state = known.state
    else:
        return
    if state:
        headers[STATE] = state


def _made(headers: Mapping[str, str], scope: Mapping[str, Any] | None) -> Context:
    asked = headers.get(REQUEST_ID)
    request = asked if asked and _SAFE.fullmatch(asked) else f"{getrandbits(128):032x}"
    span = trace.get_current_span().get_span_context()
    if span.is_valid:
        return Context(request, f"{span.trace_id:032x}", f"{span.span_id:016x}", scope=scope)
    parent = _PARENT.fullmatch(headers.get(PARENT, ""))
    if parent is None:
        return Context(request, f"{getrandbits(128):032x}", f"{getrandbits(64):016x}", scope=scope)
    trace_id, span_id, flags = parent.groups()
    state = headers.get(STATE, "")
    return Context(request, trace_id, span_id, flags, state if len(state) <= _LONGEST_STATE else "", scope)
