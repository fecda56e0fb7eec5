"""The names that drivers do not tell: SQLite's foreign keys and indices, and those of a driver that no example uses."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, MetaData, String, Table, func, insert, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from framework.runtime.violations import Violation, raises, read


def tables(**actions: str | None) -> dict[str, Table]:
    """A table of parents, and one of children for each of the given actions on removal."""
    metadata = MetaData()
    parents = Table("parents", metadata, Column("id", Integer, primary_key=True), Column("name", String))
    Index("ix_parents_name", func.lower(parents.c.name), unique=True)
    Index("ix_parents_both", parents.c.id, parents.c.name, unique=True)
    for name, action in actions.items():
        key = ForeignKeyConstraint(["parent"], ["parents.id"], f"fk_{name}_parent", ondelete=action)
        Table(name, metadata, Column("id", Integer, primary_key=True), Column("parent", Integer), key)
    return dict(metadata.tables)


class Named(Exception): ...


def refused(known: dict[str, Table], names: list[str], *statements: Any) -> BaseException:
    """What comes of the last of the statements, where `names` have an error of their own."""

    async def over() -> None:
        engine = create_async_engine("sqlite+aiosqlite://")
        try:
            async with AsyncSession(engine) as session:
                await session.execute(text("PRAGMA foreign_keys = ON"))
                connection = await session.connection()
                await connection.run_sync(next(iter(known.values())).metadata.create_all)
                for statement in statements[:-1]:
                    await session.execute(statement)
                async with raises(session, dict.fromkeys(names, Named)):
                    await session.execute(statements[-1])
        finally:
            await engine.dispose()

    with pytest.raises((Named, IntegrityError)) as fault:
        asyncio.run(over())
    return fault.value


def test_the_only_foreign_key_is_the_one() -> None:
    known = tables(children=None)
    fault = refused(known, ["fk_children_parent"], insert(known["children"]).values(id=1, parent=7))
    assert isinstance(fault, Named)


def test_so_it_is_when_what_it_points_to_is_removed() -> None:
    known = tables(children=None)
    before = [insert(known["parents"]).values(id=1), insert(known["children"]).values(id=1, parent=1)]
    assert isinstance(refused(known, ["fk_children_parent"], *before, known["parents"].delete()), Named)


@pytest.mark.parametrize("actions", [{"children": None, "others": None}, {"children": None, "others": "CASCADE"}])
def test_of_two_foreign_keys_none_is_named(actions: dict[str, str | None]) -> None:
    known = tables(**actions)
    before = [insert(known["parents"]).values(id=1), insert(known["children"]).values(id=1, parent=1)]
    fault = refused(known, ["fk_children_parent", "fk_others_parent"], *before, known["parents"].delete())
    assert isinstance(fault, IntegrityError)


def test_a_statement_that_does_not_say_its_table_names_no_foreign_key() -> None:
    known = tables(children=None)
    fault = refused(known, ["fk_children_parent"], text("INSERT INTO children VALUES (1, 7)"))
    assert isinstance(fault, IntegrityError)


def test_an_index_of_an_expression_is_named() -> None:
    known = tables()
    rows = [insert(known["parents"]).values(id=1, name="Ada"), insert(known["parents"]).values(id=2, name="ADA")]
    assert isinstance(refused(known, ["ix_parents_name"], *rows), Named)


def test_psycopg_tells_its_names_elsewhere() -> None:
    names = SimpleNamespace(constraint_name="uq", table_name="users", column_name="email")
    driven = Exception("Key (email)=(ada@example.com) already exists.")
    driven.sqlstate, driven.diag = "23505", names  # type: ignore[attr-defined]  # as psycopg's own have
    found = read(DBAPIError("INSERT", None, driven))
    assert found == Violation("unique", "uq", "users", ("email",), "23505")


def test_columns_of_sqlite() -> None:
    known = tables()
    row = insert(known["parents"]).values(id=1)
    found = read(refused(known, [], row, row))
    assert found == Violation("unique", None, "parents", ("id",), "SQLITE_CONSTRAINT_PRIMARYKEY")


def test_a_pool_without_a_connection_is_no_answer() -> None:
    assert read(NoConnection("QueuePool limit")) == Violation("unavailable")


@pytest.mark.parametrize("fault", [OverflowError("math range error"), ValueError("unique"), KeyError("23505")])
def test_the_errors_of_others_say_nothing(fault: Exception) -> None:
    assert read(fault) is None


def test_a_lost_connection_is_unavailable_whatever_its_words_are() -> None:
    fault = DBAPIError("SELECT", None, Exception("gone"), connection_invalidated=True)
    assert read(fault) == Violation("unavailable")
