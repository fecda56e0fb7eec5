"""The engine of each kind of database, made so that an outage is one exception and a transaction is what it says.

Errors become `Unavailable` in three places, for SQLAlchemy has no single one: where a connection is made, where a
statement fails, and where the pool hands a connection out.
"""

import sqlite3
import time
import uuid
from typing import Any

from sqlalchemy import URL, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, PoolProxiedConnection

from framework.runtime.resources import Breaker, Unavailable
from framework.runtime.settings import DatabaseSettings
from framework.runtime.sql import aborted

NAME = "database"
DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
"""What people write in `DATABASE_URL`, and the driver that does not block."""

LOCK_FIRST = "lock_first"
BUSY = 5.0
"""Seconds that SQLite waits for another writer."""

_LOST, _FULL = ("08", "57P"), ("53",)
"""Classes of sqlstates: the connection is gone, or the server has no room for what was asked.
https://www.postgresql.org/docs/current/errcodes-appendix.html"""


class Pool(AsyncAdaptedQueuePool):
    """A pool in which every connection is busy, or whose idle connections have no other side, is unavailable."""

    __module__ = AsyncAdaptedQueuePool.__module__  # the name under which it writes to the log

    def connect(self) -> PoolProxiedConnection:
        try:
            return super().connect()
        except (PoolTimeout, OSError) as fault:
            raise Unavailable(NAME) from fault


def engine(settings: DatabaseSettings, breaker: Breaker) -> AsyncEngine:
    """Connects nowhere yet."""
    url = make_url(settings.database_url.get_secret_value())
    url = url.set(drivername=DRIVERS.get(url.drivername, url.drivername))
    made = _sqlite(url, settings) if url.get_backend_name() == "sqlite" else _postgres(url, settings)
    _guard(made, breaker)
    aborted.watch(made)
    return made


def _postgres(url: URL, settings: DatabaseSettings) -> AsyncEngine:
    if "sslmode" in url.query:  # libpq's word, which hosts put into the URLs that they hand out
        url = url.difference_update_query(["sslmode"]).update_query_dict({"ssl": url.query["sslmode"]})
    limit = settings.database_statement_timeout
    arguments: dict[str, Any] = {"timeout": settings.database_connect_timeout}
    if limit:
        arguments["command_timeout"] = limit + 1  # for a server that hangs, and cannot keep its own
    if settings.database_pgbouncer:
        arguments |= _unprepared()
    elif limit:
        arguments["server_settings"] = {"statement_timeout": str(round(limit * 1000))}
    made = create_async_engine(
        url,
        poolclass=Pool,
        pool_size=settings.database_pool_size,
        max_overflow=settings.database_pool_overflow,
        pool_timeout=settings.database_pool_timeout,
        pool_pre_ping=True,
        pool_recycle=round(settings.database_pool_recycle),
        hide_parameters=True,
        connect_args=arguments,
    )
    if settings.database_pgbouncer and limit:
        _limit_transactions(made, limit)
    return made


def _unprepared() -> dict[str, Any]:
    """Behind a pooler in transaction mode the next statement may meet another server, which knows no statement that
    was prepared before, and no name may stand twice."""
    return {
        "statement_cache_size": 0,
        "prepared_statement_cache_size": 0,
        "prepared_statement_name_func": lambda: f"__asyncpg_{uuid.uuid4()}__",
    }


def _limit_transactions(made: AsyncEngine, limit: float) -> None:
    """Such a pooler refuses settings of a connection; those of a transaction end with it."""

    @event.listens_for(made.sync_engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {round(limit * 1000)}")


def _sqlite(url: URL, settings: DatabaseSettings) -> AsyncEngine:
    """A path is relative to where the process was started. A database in memory is one of SQLite's `memdb`, which
    several connections can share, each with transactions of its own."""
    memory = url.database in (None, "", ":memory:")
    if memory:
        url = url.set(database=f"file:/{uuid.uuid4()}", query={"vfs": "memdb", "uri": "true"})
    made = create_async_engine(
        url,
        poolclass=Pool,
        pool_size=settings.database_pool_size,
        max_overflow=settings.database_pool_overflow,
        pool_timeout=settings.database_pool_timeout,
        hide_parameters=True,
        connect_args={"isolation_level": None, "timeout": BUSY},
    )
    if memory:  # it lasts as long as its last connection, so one is held
        keeper = sqlite3.connect(f"{url.database}?vfs=memdb", uri=True, check_same_thread=False)
        event.listen(made.sync_engine, "engine_disposed", lambda _: keeper.close())
    _configure(made)
    _begin(made)
    if settings.database_statement_timeout:
        _interrupt(made, settings.database_statement_timeout)
    return made


def _configure(made: AsyncEngine) -> None:
    @event.listens_for(made.sync_engine, "connect")
    def configure(connection: Any, record: Any) -> None:
        cursor = connection.cursor()
        for pragma in ("journal_mode = WAL", "foreign_keys = ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


def _begin(made: AsyncEngine) -> None:
    """Python's driver begins a transaction late and ends it early, before a savepoint and before DDL.
    https://docs.sqlalchemy.org/en/21/dialects/sqlite.html#transactions"""

    @event.listens_for(made.sync_engine, "begin")
    def begin(connection: Any) -> None:
        first = connection.get_execution_options().get(LOCK_FIRST)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if first else "BEGIN")


def _interrupt(made: AsyncEngine, limit: float) -> None:
    """SQLite has no timeout of statements; it asks every so many steps whether to go on."""

    @event.listens_for(made.sync_engine, "connect")
    def watch(connection: Any, record: Any) -> None:
        ends = record.info["ends"] = [float("inf")]
        late = lambda: time.monotonic() > ends[0]  # noqa: E731  # one line says it
        connection.run_async(lambda driver: driver.set_progress_handler(late, 20_000))

    @event.listens_for(made.sync_engine, "before_cursor_execute")
    def start(connection: Any, *_: object) -> None:
        connection.info["ends"][0] = time.monotonic() + limit

    @event.listens_for(made.sync_engine, "after_cursor_execute")
    def end(connection: Any, *_: object) -> None:
        connection.info["ends"][0] = float("inf")


def _guard(made: AsyncEngine, breaker: Breaker) -> None:
    @event.listens_for(made.sync_engine, "do_connect")
    def connect(dialect: Any, record: Any, arguments: Any, options: Any) -> Any:
        try:
            with breaker.attempt():
                return dialect.connect(*arguments, **options)
        except (OSError, dialect.loaded_dbapi.Error) as fault:
            raise Unavailable(NAME) from fault

    # asyncpg says the second of a connection that has got its last word while it was at rest
    lost = (OSError, getattr(made.dialect.dbapi, "InternalClientError", OSError))

    @event.listens_for(made.sync_engine, "handle_error")
    def told(context: ExceptionContext) -> Exception | None:
        if context.is_pre_ping:
            return None  # the pool makes another connection, and hears if it cannot
        fault = context.original_exception
        if not isinstance(fault, Exception):
            _stop(context)
            return None
        state = str(getattr(fault, "sqlstate", None) or "")
        if context.is_disconnect or isinstance(fault, lost) or state.startswith(_LOST):
            context.is_disconnect = True
            context.invalidate_pool_on_disconnect = False  # the others are asked before they are used
            return Unavailable(NAME)
        return Unavailable(NAME) if state.startswith(_FULL) else None


def _stop(context: ExceptionContext) -> None:
    """Who is cancelled gives up the connection. SQLite would work on at the statement, and keep the lock of the writer
    even when it is closed, as long as Python holds the cursor. asyncpg sees to this itself."""
    if context.dialect.name == "sqlite" and context.connection is not None and not context.connection.invalidated:
        driver: Any = context.connection.connection.dbapi_connection
        driver.run_async(lambda connection: connection.interrupt())
        driver.run_async(lambda connection: connection.rollback())
