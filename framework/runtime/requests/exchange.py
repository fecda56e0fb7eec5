"""One request and its answer, as they pass the entry: counted, and looked at no closer than a log line needs."""

import json
from collections.abc import MutableMapping
from time import perf_counter
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from framework.runtime.context import Context

GONE = 499
"""The status that nginx made usual for a client that did not wait for its answer."""

KEPT = 16_777_216
"""How much of a body is kept until the answer, to know what of it must not be told; it is not copied."""

_SLOW = 0.1
"""Seconds after which a client may have gone without waiting for its answer."""

_METHODS = frozenset({"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"})
_PROBLEM = b"application/problem+json"


class Exchange:
    """Takes the place of `receive` and `send`."""

    __slots__ = (
        "_arrived", "_context", "_kept", "_problem", "_receive", "_send", "begun", "bytes", "cancelled", "code",
        "complete", "gone", "started", "status",
    )  # fmt: skip

    def __init__(self, context: Context, receive: Receive, send: Send, json: bool) -> None:
        self._context, self._receive, self._send = context, receive, send
        self._arrived: list[Message] = []
        self._kept = 0 if json else KEPT + 1
        self.status, self.bytes = 500, 0
        self.started = self.complete = self.gone = self.cancelled = self._problem = False
        self.code: str | None = None
        self.begun = perf_counter()

    async def receive(self) -> Message:
        return self._arrived.pop(0) if self._arrived else self._seen(await self._receive())

    def _seen(self, message: Message) -> Message:
        if message["type"] == "http.disconnect":
            self.gone = self.gone or not self.complete
        elif self._kept <= KEPT and (body := message.get("body")):
            self._kept += len(body)
            self._context.chunks.append(body)
        return message

    async def send(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            if perf_counter() - self.begun > _SLOW:
                self._listen()
            self._start(message)
        elif message["type"] == "http.response.body":
            self._body(message)
        await self._send(message)

    def close(self) -> str | None:
        """How it ended, where it did not end with a whole answer; its status then says so, too."""
        if self.gone:
            self.status = GONE
            return "gone"
        if self.cancelled:
            self.status = self.status if self.started else 503
            return "cancelled"
        return None if self.complete else "broken off"

    def _listen(self) -> None:
        """Ask whether the client is still there, without waiting: a server tells it only to who asks for a message,
        and a handler that has read its body does not. What comes instead, such as the empty body of a GET, is kept for
        the handler."""
        for _ in range(2):
            asking: Any = self._receive()
            try:
                asking.send(None)
            except StopIteration as arrived:
                self._arrived.append(self._seen(arrived.value))
                if arrived.value.get("more_body"):
                    return
            else:
                asking.close()  # it would wait: nothing has come
                return

    def _start(self, message: MutableMapping[str, Any]) -> None:
        headers = [one for one in message.get("headers", ()) if one[0] != b"x-request-id"]
        headers.append((b"x-request-id", self._context.request_id.encode()))
        message["headers"] = headers
        self.started, self.status = True, message["status"]
        self._problem = self.status >= 400 and (b"content-type", _PROBLEM) in headers

    def _body(self, message: MutableMapping[str, Any]) -> None:
        body = message.get("body", b"")
        self.bytes += len(body)
        self.complete = not message.get("more_body", False)
        if self._problem:
            self.code, self._problem = _code(body), False


def _code(body: bytes) -> str | None:
    try:
        found = json.loads(body).get("code")
    except (ValueError, AttributeError):
        return None
    return found if isinstance(found, str) else None


def method(scope: Scope) -> str:
    """Of a request; one that HTTP does not know may be any text (and grow a label without end)."""
    found = str(scope["method"])
    return found if found in _METHODS else "_OTHER"


def asked(scope: Scope, wanted: frozenset[bytes]) -> dict[str, str]:
    """Some headers of a request, those that came several times joined as HTTP says (RFC 9110, 5.3)."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        if name in wanted:
            key, text = name.decode("latin-1"), value.decode("latin-1")
            found[key] = f"{found[key]}, {text}" if key in found else text
    return found
