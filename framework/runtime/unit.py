"""The unit of work: what a controller writes is committed as a whole, and what follows from it happens after.

A controller neither commits nor publishes: it writes, and says what to do once that is certain. Its unit commits when
the answer stands as bytes, and before the client hears of it. FastAPI's dependencies are no place for a commit, for
what stands behind their `yield` runs when the answer is sent.
"""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from anyio import CancelScope

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from framework.runtime.db import Database

__all__ = ["Doomed", "NoUnit", "after_commit", "run", "work"]

T = TypeVar("T")
Hook = Callable[[], Awaitable[object]]

PAUSES = (0.05, 0.2)
"""The longest wait in seconds before a further attempt after a conflict; a random part of it keeps rivals apart."""

GRACE = 10.0
"""How long a cancelled unit may take to end its commit and its hooks."""

LAST = 1.0
"""And how long to stop, when it has not ended then."""

KEY = "framework.unit"
log = logging.getLogger("framework.runtime")


class NoUnit(RuntimeError):
    """Nothing is under way that could be committed."""


class Doomed(RuntimeError):
    """A part of the unit has failed, so the whole cannot be committed, though the failure was caught."""


def after_commit(hook: Hook, session: "AsyncSession | None" = None) -> None:
    """Have `hook` awaited once the unit is committed; never, if it is not. Without a session: the running unit.

    Its failure is logged and changes no answer. It is outside of the unit: to write, it opens one of its own.
    """
    running = _of(session)
    if running is None:
        raise NoUnit("no unit of work is running here: call this in a controller, or in `async with unit.work(…)`")
    running.hooks.append(hook)


async def run(attempt: Callable[[], Awaitable[T]], session: "AsyncSession | None" = None) -> T:
    """Await `attempt` as a unit over a session, if there is one; on a conflict of transactions all of it again."""
    for pause in PAUSES:
        try:
            async with _Unit(session):
                return await attempt()
        except Exception as fault:
            if session is None or not _ready_again(fault, session):
                raise
        log.info("unit.conflict")
        await asyncio.sleep(random.uniform(0, pause))
    async with _Unit(session):
        return await attempt()


@asynccontextmanager
async def work(database: "Database") -> "AsyncIterator[AsyncSession]":
    """A unit for what is no handler: a script, a job, a service that several handlers share.

    Inside of a running unit of this database it is a part of that: the same session, committed with the whole. If the
    part fails, the whole does.
    """
    whole = _CURRENT.get()
    if whole is None or whole.session is None or not whole.is_open or not _is_over(whole.session, database):
        async with database.session() as session, _Unit(session):
            yield session
        return
    try:
        yield whole.session
    except BaseException as fault:
        whole.fault = fault
        raise


class _Unit:
    """What is written over one session from here to its commit, and the hooks that wait for it."""

    __slots__ = ("_token", "fault", "hooks", "is_open", "session")

    def __init__(self, session: "AsyncSession | None") -> None:
        self.session = session
        self.hooks: list[Hook] = []
        self.fault: BaseException | None = None
        self.is_open = False

    async def __aenter__(self) -> None:
        self._token = _CURRENT.set(self)
        self.is_open = True
        if self.session is not None:
            self.session.info[KEY] = self

    async def __aexit__(self, kind: object, fault: BaseException | None, trace: TracebackType | None) -> None:
        _CURRENT.reset(self._token)
        self.is_open = False
        if self.session is not None:
            self.session.info.pop(KEY, None)
        try:
            if fault is None:
                await self._end()
        except BaseException as failed:
            fault = failed
            raise
        finally:
            if fault is not None and self.session is not None:
                await _to_its_end(_roll_back(self.session))

    async def _end(self) -> None:
        if self.fault is not None:
            raise Doomed("a part of this unit of work has failed: nothing of it is committed") from self.fault
        if self.hooks or (self.session is not None and self.session.in_transaction()):
            await _to_its_end(self._commit())

    async def _commit(self) -> None:
        if self.session is not None:
            await self.session.commit()
        for hook in self.hooks:
            try:
                await hook()
            except (Exception, asyncio.CancelledError):
                log.exception("a hook failed after the commit")


_CURRENT: ContextVar[_Unit | None] = ContextVar(KEY, default=None)


def _of(session: "AsyncSession | None") -> _Unit | None:
    """The unit that still takes hooks: that of the session, or the running one."""
    if session is not None:
        found: _Unit | None = session.info.get(KEY)
        return found
    running = _CURRENT.get()
    return running if running is not None and running.is_open else None


def _ready_again(fault: Exception, session: "AsyncSession") -> bool:
    """Whether to try again. SQLite is then asked for its lock at once, for so it can wait. The imports stand here
    because a service without a database does not load one."""
    from framework.runtime import db, violations

    if violations.is_conflict(fault):
        db.lock_first(session)
        return True
    return False


def _is_over(session: "AsyncSession", database: "Database") -> bool:
    """Whether a session writes to this database. One of unknown origin does: a test has brought it."""
    return session.info.get("database", database) is database


async def _roll_back(session: "AsyncSession") -> None:
    """Give the connection back before anyone is told of the fault, and hide no fault behind one of the way back."""
    try:
        await session.rollback()
    except Exception:
        log.warning("a rollback failed, its connection is dropped", exc_info=True)
        await session.invalidate()


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Await what must not stop halfway: a cancellation goes on when it is done, or has used up its grace."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await _linger(task)
        raise


async def _linger(task: asyncio.Future[None]) -> None:
    with CancelScope(shield=True):  # a scope of AnyIO that is cancelled would wake this task at every turn of the loop
        await _wait(task, GRACE)
        if not task.done():
            task.cancel()
            await _wait(task, LAST)
    if task.done() and not task.cancelled():
        task.exception()  # asked for, so that the loop does not report it as unheard of


async def _wait(task: asyncio.Future[None], patience: float) -> None:
    """Also through further cancellations, which change nothing."""
    clock = asyncio.get_running_loop()
    end = clock.time() + patience
    while not task.done() and (left := end - clock.time()) > 0:
        with suppress(asyncio.CancelledError):
            await asyncio.wait({task}, timeout=left)
