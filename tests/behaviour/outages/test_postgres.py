"""The database of this machine: limits, what a pooler needs, and what a server that is full says."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from framework.runtime.db import Database
from framework.runtime.resources import Unavailable
from framework.runtime.settings import DatabaseSettings

pytestmark = pytest.mark.postgres

URL = "postgresql://postgres@127.0.0.1:5432/postgres"
ROLE = "autogen_test_two"
PREPARED = "select count(*) from pg_prepared_statements where statement like 'select 7%'"


def over(ask: Callable[[Database], Awaitable[None]], url: str = URL, **more: float) -> None:
    async def run() -> None:
        async with Database(DatabaseSettings(database_url=SecretStr(url), **more)) as database:
            await ask(database)

    asyncio.run(run())


@pytest.mark.parametrize("pooler", [False, True])
def test_a_statement_ends_at_its_limit(pooler: bool) -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:
            began = time.monotonic()
            with pytest.raises(DBAPIError) as told:
                await session.execute(text("select pg_sleep(10)"))
            assert getattr(told.value.orig, "sqlstate", "") == "57014"
            assert time.monotonic() - began < 3
            await session.rollback()
            assert (await session.execute(text("select 1"))).scalar() == 1

    over(ask, database_statement_timeout=0.3, database_pgbouncer=pooler)


@pytest.mark.parametrize(("pooler", "kept"), [(False, True), (True, False)])
def test_behind_a_pooler_nothing_is_left_on_a_connection(pooler: bool, kept: bool) -> None:
    async def ask(database: Database) -> None:
        for _ in range(3):
            async with database.session() as session:
                await session.execute(text("select 7"))
        async with database.session() as session:
            assert bool((await session.execute(text(PREPARED))).scalar()) is kept
        async with database.engine.connect() as connection:
            limit = await connection.exec_driver_sql("select reset_val from pg_settings where name='statement_timeout'")
            assert (limit.scalar() == "9000") is kept

    over(ask, database_statement_timeout=9.0, database_pgbouncer=pooler)


def test_the_words_of_libpq_are_understood() -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:
            assert (await session.execute(text("select 1"))).scalar() == 1

    over(ask, f"{URL}?sslmode=disable")


def test_a_server_that_is_full_is_unavailable() -> None:
    """A role that may have one connection."""

    async def ask(database: Database) -> None:
        async with database.session() as session:
            await session.execute(text(f"drop role if exists {ROLE}"))
            await session.execute(text(f"create role {ROLE} login connection limit 1"))
            await session.commit()
        try:
            url = SecretStr(URL.replace("postgres@", f"{ROLE}@"))
            async with Database(DatabaseSettings(database_url=url)) as small, small.session() as one:
                await one.execute(text("select 1"))
                async with small.session() as other:
                    with pytest.raises(Unavailable):
                        await other.execute(text("select 1"))
        finally:
            async with database.session() as session:
                await session.execute(text(f"drop role {ROLE}"))
                await session.commit()

    over(ask)


def test_a_server_without_room_for_a_statement_is_unavailable() -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:
            with pytest.raises(Unavailable):
                await session.execute(text("do $$ begin raise exception using errcode = '53100'; end $$"))
            await session.rollback()
            assert (await session.execute(text("select 1"))).scalar() == 1

    over(ask)


def test_a_connection_that_was_killed_at_rest_is_replaced_unseen() -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:
            pid = (await session.execute(text("select pg_backend_pid()"))).scalar()
        async with Database(DatabaseSettings(database_url=SecretStr(URL))) as other, other.session() as session:
            await session.execute(text("select pg_terminate_backend(:pid)"), {"pid": pid})
        await asyncio.sleep(0.1)
        async with database.session() as session:
            assert (await session.execute(text("select pg_backend_pid()"))).scalar() != pid

    over(ask, database_pool_size=1, database_pool_overflow=0)


def test_a_connection_that_is_killed_at_work_is_unavailable() -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session, database.session() as other:
            pid = (await session.execute(text("select pg_backend_pid()"))).scalar()
            sleeping = asyncio.create_task(session.execute(text("select pg_sleep(10)")))
            await asyncio.sleep(0.2)
            await other.execute(text("select pg_terminate_backend(:pid)"), {"pid": pid})
            with pytest.raises(Unavailable):
                await sleeping
        async with database.session() as session:
            assert (await session.execute(text("select 1"))).scalar() == 1

    over(ask)


def test_who_is_cancelled_gives_a_clean_connection_back() -> None:
    async def ask(database: Database) -> None:
        async def sleep() -> None:
            async with database.session() as session:
                await session.execute(text("select pg_sleep(10)"))

        for _ in range(3):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(sleep(), 0.2)
        async with database.session() as session:
            assert (await session.execute(text("select 1"))).scalar() == 1

    over(ask, database_pool_size=1, database_pool_overflow=0)
