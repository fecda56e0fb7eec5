"""Ends a process without breaking a request.

A server closes its door when it is told to end, while load balancers still send requests to it. So readiness goes
first, answers ask their clients to connect anew, elsewhere, and the server's own handler of the signal is called a
moment later. What is still at work at the end of `timeout` is cancelled.
"""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import Context
from types import FrameType
from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from framework.runtime.problems import problem
from framework.runtime.requests.door import Door, reloaded
from framework.runtime.resources import NotOpened

log = logging.getLogger("framework.runtime")

SIGNALS = (signal.SIGTERM, signal.SIGINT)
SETTLE = 0.25
"""Seconds for those who are at the door already to come in, ask, and hear that they should go."""

GRACE = 2.0
"""Seconds from the cancelling of requests to the end of patience with connections whose clients do not read."""


class Drain:
    """The way out of one process. `delay` is for load balancers to notice, `timeout` for requests to end."""

    def __init__(self, delay: float = 0.0, timeout: float = 20.0) -> None:
        self.draining = False
        self._delay = delay
        self._timeout = timeout
        self._at_work: set[asyncio.Task[Any]] = set()
        self._cancelled: set[asyncio.Task[Any]] = set()
        self._previous: dict[int, Callable[[int, FrameType | None], Any]] = {}
        self._first: int | None = None
        self._starting: asyncio.Task[Any] | None = None
        self._timers: list[asyncio.TimerHandle] = []
        self._door = Door()

    def install(self, app: FastAPI) -> None:
        app.add_middleware(Flow, drain=self)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Around the life of an app: stands between the signals and the handlers that the server has set. Only the
        main thread can; and who has set none, such as a test, needs no other."""
        self._loop = asyncio.get_running_loop()
        self._starting = asyncio.current_task()
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                found = signal.getsignal(number)
                if callable(found) and found is not signal.default_int_handler:
                    self._previous[number] = found
                    signal.signal(number, self._signalled)
            self._door.stay()
        try:
            yield
        finally:
            self._restore()

    def started(self) -> None:
        """From now on a signal finds requests, not a start."""
        self._starting = None

    @contextmanager
    def tracked(self) -> Iterator[Callable[[], bool]]:
        """Around a request. It gives a question: is it this process that has cancelled it?"""
        task = asyncio.current_task()
        assert task is not None, "a server calls an app in a task"
        self._at_work.add(task)
        try:
            yield lambda: task in self._cancelled and not task.uncancel()
        finally:
            self._at_work.discard(task)
            self._cancelled.discard(task)

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        if self._first is None:
            self._first = number
            # In a context of its own: that of the request which it interrupts is not told of in the log.
            self._loop.call_soon_threadsafe(self._begin, number, context=Context())
        elif number == signal.SIGTERM and self._first == signal.SIGINT:
            self._previous[number](number, frame)  # a parent repeats to its workers what a terminal told them all
        else:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)

    def _begin(self, number: int) -> None:
        self.draining = True
        self._door.leave()
        if self._starting is not None:
            self._hand_on(number)
            self._starting.cancel()
            return
        delay = self._delay if number == signal.SIGTERM else 0.0  # nobody waits for balancers at a terminal
        log.info("draining: the server stops in %g s, requests have %g s more", delay, self._timeout)
        handler = self._previous[number]
        settle = 0.0 if reloaded(handler) else SETTLE
        end = delay + settle + self._timeout
        self._timers = [
            # Again and again, for another worker may have kept the door open, and be gone now.
            *(self._loop.call_later(delay + settle * part / 5, self._door.shut, handler) for part in range(5)),
            self._loop.call_later(delay + settle, self._hand_on, number),
            self._loop.call_later(end, self._cancel),
            self._loop.call_later(end + GRACE, self._hand_on, signal.SIGINT),
        ]

    def _hand_on(self, number: int) -> None:
        """A server that has been told already takes a SIGINT for an order to wait no longer."""
        if number in self._previous:
            self._previous[number](number, None)

    def _cancel(self) -> None:
        if self._at_work:
            log.warning("draining: %d requests did not end in time and are cancelled", len(self._at_work))
        self._cancelled |= self._at_work
        for task in self._at_work:
            task.cancel()

    def _restore(self) -> None:
        self._door.leave()
        for timer in self._timers:
            timer.cancel()
        for number, previous in self._previous.items():
            if signal.getsignal(number) == self._signalled:
                signal.signal(number, previous)


class Flow:
    """The layer of an app that knows what is at work. It wraps nothing as long as the process is to stay."""

    def __init__(self, app: ASGIApp, drain: Drain) -> None:
        self._app = app
        self._drain = drain

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, _plain(send))
            return
        if self._drain.draining and scope["type"] == "http":
            send = _closing(send)
        with self._drain.tracked() as cancelled:
            try:
                await self._app(scope, receive, send)
            except asyncio.CancelledError:
                if scope["type"] != "http" or not cancelled():
                    raise
                with suppress(RuntimeError):  # the answer had begun, and its client sees that it is cut
                    await problem(503, scope=scope)(scope, receive, send)


def _closing(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), (b"connection", b"close")]}
        await send(message)

    return sent


def _plain(send: Send) -> Send:
    """Starlette tells the server of a start that failed by a traceback; that a database does not answer needs none."""

    async def sent(message: Message) -> None:
        _, found, words = str(message.get("message", "")).rpartition(f"{NotOpened.__name__}: ")
        await send({**message, "message": words.strip()} if found else message)

    return sent
