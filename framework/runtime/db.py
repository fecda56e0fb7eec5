"""The database of a service: one engine for one app, its sessions, and what a handler depends on to get one.

async with Database() as database, database.session() as session:
    ...
"""

import logging
from collections.abc import AsyncIterator

from fastapi import Request
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from framework.runtime.resources import Breaker, Held, Unavailable
from framework.runtime.settings import DatabaseSettings, load
from framework.runtime.sql.engines import LOCK_FIRST, NAME, engine

__all__ = ["Database", "get_db", "lock_first"]

log = logging.getLogger("framework.runtime")


class Session(AsyncSession):
    """A session whose end raises nothing: where the connection is lost, the server has rolled back already, and who
    has an answer by then is to keep it."""

    async def close(self) -> None:
        try:
            await super().close()
        except (Unavailable, DBAPIError) as fault:
            log.warning("a connection was lost before it was given back: %s", type(fault.__cause__ or fault).__name__)
            await self.invalidate()


class Database(Held[AsyncEngine]):
    """An engine, which is made with the first session, and its sessions."""

    name = NAME

    def __init__(self, settings: DatabaseSettings | None = None) -> None:
        super().__init__()
        self._settings = settings or load(DatabaseSettings)
        self._breaker = Breaker(NAME)
        self._sessions: async_sessionmaker[Session] | None = None

    @property
    def engine(self) -> AsyncEngine:
        return self.client

    def session(self) -> AsyncSession:
        """Its objects can be read after the commit; its `info` says of which database it is."""
        if self._sessions is None:
            known = {"database": self}
            self._sessions = async_sessionmaker(self.engine, class_=Session, expire_on_commit=False, info=known)
        return self._sessions()

    async def check(self) -> None:
        async with self.engine.connect() as connection:
            await connection.exec_driver_sql("SELECT 1")

    def _made(self) -> AsyncEngine:
        return engine(self._settings, self._breaker)

    async def _end(self, client: AsyncEngine) -> None:
        self._sessions = None
        await client.dispose()


async def get_db(request: Request) -> AsyncIterator[AsyncSession]:
    """The session of one request. The handler commits; what it did not commit is rolled back."""
    database: Database = request.app.state.database
    async with database.session() as session:
        yield session


def lock_first(session: AsyncSession) -> None:
    """The next transactions of a session on SQLite take the lock of the writer when they begin, and wait for it. One
    that reads first and then writes cannot wait: SQLite refuses it where another has written meanwhile."""
    inner = session.sync_session
    inner.execution_options = inner.execution_options.union({LOCK_FIRST: True})
