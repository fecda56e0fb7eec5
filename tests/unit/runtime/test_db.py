"""Sessions: which driver a URL means, and when an engine is made. No example asks a database yet."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from framework.runtime.db import Database


def test_what_people_write_means_a_driver_that_does_not_block(tmp_path: Path) -> None:
    async def asked() -> tuple[str, object]:
        database = Database(f"sqlite:///{tmp_path / 'a.db'}")
        async with database.session() as session:
            answer = (await session.execute(text("select 1"))).scalar()
            driver = session.get_bind().dialect.driver
        await database.close()
        return driver, answer

    assert asyncio.run(asked()) == ("aiosqlite", 1)


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
