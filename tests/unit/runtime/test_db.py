"""Sessions over SQLite: whose driver, what a transaction is, how long a statement may take. No example asks."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from framework.runtime.db import Database, lock_first
from framework.runtime.resources import Unavailable
from framework.runtime.settings import DatabaseSettings

Ask = Callable[[Database], Awaitable[None]]


def over(url: str, ask: Ask, **more: float) -> None:
    async def run() -> None:
        async with Database(DatabaseSettings(database_url=SecretStr(url), **more)) as database:
            await ask(database)

    asyncio.run(run())


@pytest.fixture(params=["file", "memory"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'a.db'}" if request.param == "file" else "sqlite:///:memory:"


def test_what_people_write_means_a_driver_that_does_not_block(url: str) -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:
            assert (await session.execute(text("select 1"))).scalar() == 1
            assert session.get_bind().dialect.driver == "aiosqlite"

    over(url, ask)


def test_nothing_is_made_before_it_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "late.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")

    async def idle() -> None:
        database = Database()
        async with database.session() as session:
            await session.commit()
        await database.close()

    asyncio.run(idle())
    assert not path.exists()


def test_ddl_and_savepoints_are_part_of_the_transaction(url: str) -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:
            await session.execute(text("create table kept (x int)"))
            await session.commit()
            await session.execute(text("create table gone (x int)"))
            async with session.begin_nested() as savepoint:
                await session.execute(text("insert into kept values (1)"))
                await savepoint.rollback()
            await session.rollback()
        async with database.session() as session:
            assert (await session.execute(text("select name from sqlite_master"))).scalars().all() == ["kept"]
            assert (await session.execute(text("select count(*) from kept"))).scalar() == 0

    over(url, ask)


def test_sessions_at_the_same_time_have_transactions_of_their_own(url: str) -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:
            await session.execute(text("create table things (x int)"))
            await session.commit()

        async def write(number: int) -> None:
            async with database.session() as session:
                lock_first(session)
                await session.execute(text("insert into things values (:x)"), {"x": number})
                if number % 2:
                    await session.commit()

        await asyncio.gather(*map(write, range(12)))
        async with database.session() as session:
            found = (await session.execute(text("select x from things order by x"))).scalars().all()
        assert found == [1, 3, 5, 7, 9, 11]

    over(url, ask)


def test_a_foreign_key_is_held(url: str) -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:
            await session.execute(text("create table a (id int primary key)"))
            await session.execute(text("create table b (a_id int references a (id))"))
            with pytest.raises(IntegrityError):
                await session.execute(text("insert into b values (1)"))

    over(url, ask)


def test_who_locks_first_waits_where_another_is_refused(tmp_path: Path) -> None:
    async def ask(database: Database) -> None:
        async with database.session() as first:
            await first.execute(text("create table n (x int)"))
            await first.execute(text("insert into n values (0)"))
            await first.commit()

        async def add(lock: bool) -> None:
            async with database.session() as session:
                if lock:
                    lock_first(session)
                count = (await session.execute(text("select x from n"))).scalar()
                await asyncio.sleep(0.05)
                await session.execute(text("update n set x = :x"), {"x": count + 1})
                await session.commit()

        told = await asyncio.gather(add(False), add(False), return_exceptions=True)
        assert [type(one) for one in told if one] == [OperationalError]
        await asyncio.gather(*(add(True) for _ in range(5)))
        async with database.session() as session:
            assert (await session.execute(text("select x from n"))).scalar() == 6

    over(f"sqlite:///{tmp_path / 'a.db'}", ask)


def test_a_statement_ends_at_its_limit_and_the_next_one_runs(url: str) -> None:
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n"

    async def ask(database: Database) -> None:
        began = time.monotonic()
        async with database.session() as session:
            with pytest.raises(DBAPIError) as told:
                await session.execute(text(endless))
            assert getattr(told.value.orig, "sqlite_errorname", "") == "SQLITE_INTERRUPT"
            await session.rollback()
            assert (await session.execute(text("select 1"))).scalar() == 1
        assert time.monotonic() - began < 3

    over(url, ask, database_statement_timeout=0.3)


def test_what_is_in_memory_outlives_its_connections() -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:
            await session.execute(text("create table kept (x int)"))
            await session.commit()
            await session.execute(text("select 1"))
            await session.invalidate()
        async with database.session() as session:
            assert (await session.execute(text("select count(*) from kept"))).scalar() == 0

    over("sqlite:///:memory:", ask)


def test_a_pool_that_is_all_in_use_is_unavailable(url: str) -> None:
    async def ask(database: Database) -> None:
        async with database.session() as one, database.session() as other:
            await one.execute(text("select 1"))
            with pytest.raises(Unavailable):
                await other.execute(text("select 1"))

    over(url, ask, database_pool_size=1, database_pool_overflow=0, database_pool_timeout=0.2)


def test_a_file_that_cannot_be_opened_is_unavailable(tmp_path: Path) -> None:
    async def ask() -> None:
        url = f"sqlite:///{tmp_path / 'no' / 'such' / 'folder' / 'a.db'}"
        with pytest.raises(Unavailable):
            async with Database(DatabaseSettings(database_url=SecretStr(url))):
                raise AssertionError("nothing to ask")
        await asyncio.sleep(0.05)  # the driver's thread still has a word for the loop

    asyncio.run(ask())


def test_an_error_does_not_tell_what_was_written(url: str) -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:
            with pytest.raises(DBAPIError) as told:
                await session.execute(text("insert into nowhere values (:x)"), {"x": "secret-7f3a"})
            assert "secret-7f3a" not in str(told.value)

    over(url, ask)
