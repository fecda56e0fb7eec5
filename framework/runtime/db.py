"""The database of a service: one engine for one app, made when the first request needs it."""

import os
from collections.abc import AsyncIterator

from fastapi import Request
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

VARIABLE = "DATABASE_URL"
DEFAULT = "sqlite+aiosqlite:///database.db"
DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
"""What people write in `DATABASE_URL`, and the driver that does not block."""


class Database:
    """Sessions over an engine that is made at the first of them."""

    def __init__(self, url: str | None = None) -> None:
        self._url = url
        self._engine: AsyncEngine | None = None

    def session(self) -> AsyncSession:
        return async_sessionmaker(self._connected(), expire_on_commit=False)()

    async def close(self) -> None:
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None

    def _connected(self) -> AsyncEngine:
        if self._engine is None:
            url = make_url(self._url or os.environ.get(VARIABLE) or DEFAULT)
            self._engine = create_async_engine(url.set(drivername=DRIVERS.get(url.drivername, url.drivername)))
        return self._engine


async def get_db(request: Request) -> AsyncIterator[AsyncSession]:
    """The session of one request. The handler commits; what it did not commit is rolled back."""
    database: Database = request.app.state.database
    async with database.session() as session:
        yield session
