"""Make the tables, and the row that rivals quarrel about."""

import asyncio

from services.bank.src.tables import Base, Row
from sqlalchemy import text

from framework.runtime import unit
from framework.runtime.db import Database

RAISED = """
CREATE FUNCTION raised(word text, state text) RETURNS void LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION '%', word USING ERRCODE = state, DETAIL = word; END $$
"""

async def main() -> None:
    async with Database() as database:
        async with database.engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
            if connection.dialect.name == "postgresql":
                await connection.execute(text(RAISED))
        async with unit.work(database) as session:
            session.add_all([Row(key="base"), Row(key="other")])


asyncio.run(main())
