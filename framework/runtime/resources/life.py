"""Opens the resources of a service in order, and closes them in reverse on every way out."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from types import TracebackType

from fastapi import FastAPI

from framework.runtime.resources.resource import Resource
from framework.runtime.resources.retry import open_before
from framework.runtime.resources.unavailable import Unavailable

log = logging.getLogger("framework.runtime")


class NotOpened(Exception):
    """A resource that did not answer while the service started, with what it said last."""


class Resources:
    """`startup_timeout` is what all of them have together, `close_timeout` what each has to say goodbye."""

    def __init__(self, *resources: Resource, startup_timeout: float = 30.0, close_timeout: float = 3.0) -> None:
        self._resources = resources
        self._startup_timeout = startup_timeout
        self._close_timeout = close_timeout
        self._round: asyncio.Task[dict[str, bool]] | None = None
        self._down: set[str] = set()
        self.opened = False

    def __iter__(self) -> Iterator[Resource]:
        return iter(self._resources)

    async def __aenter__(self) -> "Resources":
        deadline = time.monotonic() + self._startup_timeout
        for index, resource in enumerate(self._resources):
            try:
                await open_before(deadline, resource)
            except BaseException as fault:
                await self._close(self._resources[: index + 1])
                if not isinstance(fault, Exception):
                    raise
                raise NotOpened(f"{resource.name} could not be opened: {_said(fault)}") from None
        self.opened = True
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.opened = False
        await self._close(self._resources)

    @asynccontextmanager
    async def lifespan(self, app: FastAPI) -> AsyncIterator[None]:
        """For `FastAPI(lifespan=…)`: each resource is at `app.state.<name>` before the first request."""
        self.attach(app)
        async with self:
            yield

    def attach(self, app: FastAPI) -> None:
        for resource in self._resources:
            setattr(app.state, resource.name, resource)

    async def states(self, timeout: float) -> dict[str, bool]:
        """Which of them could serve now, known within `timeout`. Whoever asks meanwhile gets the same answer, so that
        probes do not pile up at a server that hangs."""
        if self._round is None or self._round.done():
            self._round = asyncio.create_task(self._ask(timeout))
        return await asyncio.shield(self._round)

    async def _ask(self, timeout: float) -> dict[str, bool]:
        if not self._resources:
            return {}
        asked = {asyncio.create_task(resource.check()): resource.name for resource in self._resources}
        done, late = await asyncio.wait(asked, timeout=timeout)
        for task in late:
            task.cancel()  # not awaited: a driver may take its time to let go
        faults: dict[str, BaseException | None] = {asked[task]: task.exception() for task in done}
        faults |= {asked[task]: TimeoutError(f"no answer within {timeout:g} s") for task in late}
        self._tell(faults)
        return {resource.name: faults[resource.name] is None for resource in self._resources}

    def _tell(self, faults: Mapping[str, BaseException | None]) -> None:
        """The log hears of a change once, not of every probe."""
        for name, fault in faults.items():
            if fault is not None and name not in self._down:
                self._down.add(name)
                log.warning("%s does not answer: %s", name, _said(fault))
            elif fault is None and name in self._down:
                self._down.remove(name)
                log.warning("%s answers again", name)

    async def _close(self, resources: tuple[Resource, ...]) -> None:
        for resource in reversed(resources):
            try:
                async with asyncio.timeout(self._close_timeout):
                    await resource.close()
            except Exception as fault:  # noqa: BLE001  # the others are to be closed, too
                log.warning("%s was not closed in order: %s", resource.name, _said(fault))


def _said(fault: BaseException) -> str:
    """`Unavailable` only says that there is a cause, or that it was not asked again so soon."""
    if isinstance(fault, Unavailable) and fault.__cause__ is None:
        return "the last attempts have failed"
    cause = (isinstance(fault, Unavailable) and fault.__cause__) or fault
    return f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__
