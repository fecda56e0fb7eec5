"""Refuses bodies that are larger than a service takes, before it holds one in memory."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from framework.runtime.problems import Told, problem

CODE = "body_too_large"


class BodyLimit:
    """Starlette's own answers in plain text. Of a body whose length is announced only the number is read: the server
    hands on no byte more than that."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        length, chunked = _announced(scope)
        if length > self._most:
            # The rest of the body stands before the next request of this connection, so there is none.
            answer = problem(413, Told(CODE, headers={"Connection": "close"}), scope)
            await answer(scope, receive, send)
            return
        await self._app(scope, _Counter(receive, self._most).receive if chunked else receive, send)


class _Counter:
    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413, headers={"Connection": "close"})
        return message


def _announced(scope: Scope) -> tuple[int, bool]:
    """The length that a request tells, and whether its body comes in chunks, without one."""
    length, chunked = 0, False
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            length = int(value)
        elif name == b"transfer-encoding":
            chunked = True
    return length, chunked
