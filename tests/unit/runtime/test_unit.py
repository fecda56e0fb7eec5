"""Units of work without a request: in scripts, beside other databases, and in tasks that are cancelled at any turn."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from framework.runtime import unit
from framework.runtime.db import Database
from framework.runtime.settings import DatabaseSettings


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Database]:
    async with Database(DatabaseSettings(database_url=SecretStr(f"sqlite:///{path}"))) as database:
        async with unit.work(database) as session:
            await session.execute(text("CREATE TABLE IF NOT EXISTS words (word TEXT)"))
        yield database


async def write(session: AsyncSession, word: str) -> None:
    await session.execute(text("INSERT INTO words VALUES (:word)"), {"word": word})


async def words(database: Database) -> list[str]:
    async with database.session() as session:
        return list((await session.scalars(text("SELECT word FROM words ORDER BY word"))).all())


def run(path: Path, ask: Callable[[Database], Awaitable[None]]) -> None:
    async def over() -> None:
        async with opened(path / "a.db") as database:
            await ask(database)

    asyncio.run(over())


def test_a_hook_needs_a_unit(tmp_path: Path) -> None:
    async def ask(database: Database) -> None:
        with pytest.raises(unit.NoUnit):
            unit.after_commit(hook)
        async with database.session() as session:
            with pytest.raises(unit.NoUnit):
                unit.after_commit(hook, session)

    async def hook() -> None: ...

    run(tmp_path, ask)


def test_a_hook_finds_the_unit_of_its_session(tmp_path: Path) -> None:
    """In a task that began before the unit, too, and so knows nothing of it."""

    async def ask(database: Database) -> None:
        given: asyncio.Queue[AsyncSession] = asyncio.Queue()
        called, asked = asyncio.Event(), asyncio.Event()

        async def hook() -> None:
            called.set()

        async def beside() -> None:
            unit.after_commit(hook, await given.get())
            asked.set()

        task = asyncio.create_task(beside())
        await asyncio.sleep(0)
        async with unit.work(database) as session:
            given.put_nowait(session)
            await asked.wait()
            assert not called.is_set()
        await task
        assert called.is_set()

    run(tmp_path, ask)


def test_a_hook_comes_too_late_when_its_unit_has_ended(tmp_path: Path) -> None:
    async def ask(database: Database) -> None:
        ended = asyncio.Event()

        async def later() -> None:
            await ended.wait()
            unit.after_commit(asyncio.Event().wait)

        async with unit.work(database):
            task = asyncio.create_task(later())
        ended.set()
        with pytest.raises(unit.NoUnit):
            await task

    run(tmp_path, ask)


def test_a_unit_of_another_database_is_another_unit(tmp_path: Path) -> None:
    async def ask(database: Database) -> None:
        async with opened(tmp_path / "b.db") as other:
            with pytest.raises(LookupError):
                await both(database, other)
            assert (await words(database), await words(other)) == ([], ["other"])

    async def both(database: Database, other: Database) -> None:
        async with unit.work(database) as session, unit.work(other) as second:
            assert second is not session
            await write(session, "first")
            await write(second, "other")
            await second.commit()
            raise LookupError

    run(tmp_path, ask)


def test_a_session_that_a_test_has_brought_is_joined(tmp_path: Path) -> None:
    async def ask(database: Database) -> None:
        engine = create_async_engine("sqlite+aiosqlite://")
        async with AsyncSession(engine) as session:

            async def attempt() -> bool:
                async with unit.work(database) as inner:
                    return inner is session

            assert await unit.run(attempt, session)
        await engine.dispose()

    run(tmp_path, ask)


def test_hooks_run_where_there_is_no_database() -> None:
    called: list[str] = []

    async def hook() -> None:
        called.append("hook")

    async def attempt() -> str:
        unit.after_commit(hook)
        assert not called
        return "answer"

    assert asyncio.run(unit.run(attempt)) == "answer"
    assert called == ["hook"]


@pytest.mark.parametrize("turn", range(12))
def test_cancelled_at_any_turn_of_the_loop_it_is_all_or_nothing(tmp_path: Path, turn: int) -> None:
    """By a scope of AnyIO, which cancels again and again."""
    called: list[str] = []

    async def hook() -> None:
        await asyncio.sleep(0)
        called.append("whole")

    async def ask(database: Database) -> None:
        async def attempt(session: AsyncSession) -> None:
            await write(session, "whole")
            unit.after_commit(hook)

        async with database.session() as session, anyio.create_task_group() as tasks:
            tasks.start_soon(unit.run, lambda: attempt(session), session)
            for _ in range(turn):
                await asyncio.sleep(0.0003)
            tasks.cancel_scope.cancel()
        assert await words(database) == called
        assert database.engine.pool.checkedout() == 0  # type: ignore[attr-defined]  # a pool of SQLAlchemy's queue

    run(tmp_path, ask)


def test_a_cancelled_unit_that_ends_its_work_leaves_the_loop_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[object] = []
    wait = asyncio.wait

    async def counted(tasks: Any, timeout: float) -> Any:
        waits.append(tasks)
        return await wait(tasks, timeout=timeout)

    async def ask(database: Database) -> None:
        async def attempt() -> None:
            unit.after_commit(lambda: asyncio.sleep(0.1))

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(unit.run, attempt)
            await asyncio.sleep(0.02)
            monkeypatch.setattr(asyncio, "wait", counted)
            tasks.cancel_scope.cancel()

    run(tmp_path, ask)
    assert len(waits) == 1


def test_a_hook_that_never_ends_holds_a_cancelled_unit_for_a_while_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unit, "GRACE", 0.05)

    async def ask(database: Database) -> None:
        async def attempt(session: AsyncSession) -> None:
            await write(session, "written")
            unit.after_commit(lambda: asyncio.sleep(60))

        async with database.session() as session:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await unit.run(lambda: attempt(session), session)
        assert await words(database) == ["written"]

    run(tmp_path, ask)


def test_a_rollback_that_fails_hides_no_fault(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def ask(database: Database) -> None:
        async with database.session() as session:

            async def fail() -> Any:
                raise OSError

            async def attempt() -> None:
                await write(session, "lost")
                session.rollback = fail  # type: ignore[method-assign]  # as if the line were cut
                raise LookupError

            with pytest.raises(LookupError):
                await unit.run(attempt, session)
        assert await words(database) == []
        assert "a rollback failed" in caplog.text

    run(tmp_path, ask)
