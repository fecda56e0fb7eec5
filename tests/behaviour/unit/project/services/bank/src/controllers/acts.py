"""What can happen to a unit of work, each under a name of its own."""

import asyncio
import sqlite3
from collections import Counter
from typing import Any

from services.bank.src.generated.protocols import ActsControllerProtocol
from services.bank.src.tables import Row
from shared.generated.errors import KeyTaken, WordTaken
from shared.generated.schemas import Act, Done, Seen
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from framework.runtime import unit, violations

NAMED = {"uq_rows_word": WordTaken, "pk_rows": KeyTaken}


class ActsController(ActsControllerProtocol):
    def __init__(self) -> None:
        self.hooks: list[str] = []
        self.tries: Counter[str] = Counter()
        self.met: dict[str, asyncio.Barrier] = {}

    async def act(self, session: AsyncSession, payload: Act) -> Done:
        self.tries[payload.key] += 1
        self.promise(payload.key)
        answer = await getattr(self, f"_{payload.what}")(session, payload)
        return answer or Done(key=payload.key, tries=self.tries[payload.key])

    async def quiet(self, session: AsyncSession, key: str) -> None:
        self.promise(key)
        await self.write(session, key, later="nobody" if key.startswith("refused") else None)

    async def seen(self, session: AsyncSession) -> Seen:
        keys = list(await session.scalars(select(Row.key).order_by(Row.key)))
        return Seen(keys=keys, hooks=self.hooks, busy=session.bind.pool.checkedout())

    def promise(self, key: str) -> None:
        async def hook() -> None:
            await asyncio.sleep(0)
            self.hooks.append(key)

        unit.after_commit(hook)

    async def write(self, session: AsyncSession, key: str, **more: Any) -> None:
        session.add(Row(key=key, **more))
        await session.flush()

    async def _good(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key, word=act.word)

    async def _unflushed(self, session: AsyncSession, act: Act) -> None:
        session.add(Row(key=act.key))

    async def _deferred(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key, later="nobody")

    async def _invalid(self, session: AsyncSession, act: Act) -> Done:
        await self.write(session, act.key)
        return {"key": act.key, "tries": 0}

    async def _unserialisable(self, session: AsyncSession, act: Act) -> Done:
        await self.write(session, act.key)
        return Done.model_construct(key="\ud800", tries=1)

    async def _broken(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key)
        raise RuntimeError("a bug")

    async def _overflown(self, session: AsyncSession, act: Act) -> None:
        """Arithmetic of its own, which no database has refused."""
        await self.write(session, act.key)
        raise OverflowError("math range error")

    async def _failing_hook(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key)

        async def fail() -> None:
            raise ValueError("a hook")

        unit.after_commit(fail)
        self.promise(f"{act.key}, later")

    async def _hook_that_writes(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key)
        database = session.info["database"]

        async def log() -> None:
            async with unit.work(database) as own:
                own.add(Row(key=f"{act.key}, log"))

        unit.after_commit(log)

    async def _caught(self, session: AsyncSession, act: Act) -> None:
        """A statement fails, and the controller goes on as if it had not."""
        await self.write(session, act.key)
        try:
            await session.execute(insert(Row).values(key=act.key, size=0, note=""))
        except IntegrityError:
            pass

    async def _savepoint(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key)
        try:
            async with session.begin_nested():
                await session.execute(insert(Row).values(key=act.key, size=0, note=""))
        except IntegrityError:
            pass

    async def _nested(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key)
        async with unit.work(session.info["database"]) as inner:
            assert inner is session
            inner.add(Row(key=f"{act.key}, inner"))
            self.promise(f"{act.key}, inner")

    async def _doomed(self, session: AsyncSession, act: Act) -> None:
        try:
            async with unit.work(session.info["database"]) as inner:
                inner.add(Row(key=act.key))
                raise LookupError
        except LookupError:
            pass

    async def _statement(self, session: AsyncSession, act: Act) -> None:
        """The statement stands in `word`, its value is the key."""
        await session.execute(text(act.word or ""), {"key": act.key})

    async def _sizes(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key, size=int(act.word or 0))

    async def _named(self, session: AsyncSession, act: Act) -> None:
        async with violations.raises(session, NAMED):
            session.add(Row(key=act.key, word=act.word))

    async def _named_core(self, session: AsyncSession, act: Act) -> None:
        async with violations.raises(session, NAMED):
            await session.execute(insert(Row).values(key=act.key, word=act.word, size=0, note=""))

    async def _named_check(self, session: AsyncSession, act: Act) -> None:
        async with violations.raises(session, NAMED):
            session.add(Row(key=act.key, size=100))

    async def _family(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key)
        await self.write(session, f"{act.key}, child", parent=act.key)

    async def _stale(self, session: AsyncSession, act: Act) -> None:
        """Another transaction changes what this one has read, at the first attempt."""
        await self.overtaken(session, act, self.tries[act.key] == 1)

    async def _stale_always(self, session: AsyncSession, act: Act) -> None:
        await self.overtaken(session, act, rival=True)

    async def overtaken(self, session: AsyncSession, act: Act, rival: bool) -> None:
        if session.bind.dialect.name == "postgresql":
            await session.connection(execution_options={"isolation_level": "SERIALIZABLE"})
        row = await session.get_one(Row, "base")
        if rival and self.tries[act.key] > 1 and session.bind.dialect.name == "sqlite":
            raise OperationalError("UPDATE", None, _busy())  # a second attempt holds the lock, so no rival gets there
        if rival:
            async with session.info["database"].session() as other:
                await other.execute(update(Row).values(size=Row.size + 1).where(Row.key == "base"))
                await other.commit()
        row.size += 1
        await self.write(session, act.key)

    async def _skewed(self, session: AsyncSession, act: Act) -> None:
        """PostgreSQL finds only at the commit that these two cannot both have been first."""
        await session.connection(execution_options={"isolation_level": "SERIALIZABLE"})
        await session.scalars(select(Row.key))
        await self.write(session, act.key)
        if self.tries[act.key] == 1:
            await self.meet("skewed")

    async def _deadlocked(self, session: AsyncSession, act: Act) -> None:
        first, second = (act.word or "").split()
        await session.execute(update(Row).values(size=Row.size + 1).where(Row.key == first))
        if self.tries[act.key] == 1:
            await self.meet("deadlocked")
        await session.execute(update(Row).values(size=Row.size + 1).where(Row.key == second))
        await self.write(session, act.key)

    async def meet(self, name: str) -> None:
        async with asyncio.timeout(10):
            await self.met.setdefault(name, asyncio.Barrier(2)).wait()

    async def _idle(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key)
        await asyncio.sleep(float(act.word or 0))

    async def _busy(self, session: AsyncSession, act: Act) -> None:
        """A statement that lasts: it is cancelled while the database works."""
        await self.write(session, act.key)
        postgres = session.bind.dialect.name == "postgresql"
        lasting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT max(i) FROM n"
        await session.execute(text("SELECT pg_sleep(2)" if postgres else lasting))

    async def _slow_commit(self, session: AsyncSession, act: Act) -> None:
        await self.write(session, act.key)
        commit = session.commit

        async def slow() -> None:
            await asyncio.sleep(0.3)
            await commit()
            await asyncio.sleep(0.3)

        session.commit = slow


def _busy() -> sqlite3.OperationalError:
    fault = sqlite3.OperationalError("database is locked")
    fault.sqlite_errorname = "SQLITE_BUSY"
    return fault
