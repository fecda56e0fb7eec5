"""The names of the constraints of SQLite, which tells the columns of a unique one, and of a foreign key nothing.

They stand in the metadata of the tables, and the tables are those that a session wrote to.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ForeignKeyConstraint, PrimaryKeyConstraint, Table, UniqueConstraint, event, inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session

ACTIONS = {"CASCADE", "SET NULL", "SET DEFAULT"}
"""A foreign key that acts so is not violated by what it follows."""


class Tables:
    """What was written to, and what was removed from; None stands for a statement that does not say."""

    def __init__(self) -> None:
        self.written: set[Table | None] = set()
        self.removed: set[Table | None] = set()

    def name(self, kind: str, table: str | None, columns: tuple[str, ...]) -> str | None:
        if kind == "reference":
            return self._foreign_key()
        known = (one for one in self.written if one is not None and one.name == table)
        return next((name for one in known for name in _unique(one, set(columns))), None)

    def _foreign_key(self) -> str | None:
        """The only one that can have been violated. With two of them nobody knows."""
        if None in self.written | self.removed:
            return None
        own = {key for one in self.written if one is not None for key in one.foreign_key_constraints}
        others = {key for one in self.removed if one is not None for key in _pointing_to(one)}
        acting = {key for key in others if (key.ondelete or "").upper() in ACTIONS}
        found = own | others
        return _text(found.pop().name) if len(found) == 1 and not acting else None


@contextmanager
def touched(session: AsyncSession) -> Iterator[Tables]:
    """The tables that a session writes to meanwhile; only where the database does not tell its constraints itself."""
    found, inner = Tables(), session.sync_session
    if session.bind is not None and session.bind.dialect.name != "sqlite":
        yield found
        return
    listeners: dict[str, Callable[..., None]] = {
        "before_flush": lambda session, *_: _flushed(session, found),
        "do_orm_execute": lambda state: _executed(state, found),
    }
    for name, listener in listeners.items():
        event.listen(inner, name, listener)
    try:
        yield found
    finally:
        for name, listener in listeners.items():
            event.remove(inner, name, listener)


def _flushed(session: Session, found: Tables) -> None:
    for one in (*session.new, *session.dirty):
        found.written.update(_tables(one))
    for one in session.deleted:
        found.removed.update(_tables(one))


def _executed(state: ORMExecuteState, found: Tables) -> None:
    if not state.is_select:
        place = found.removed if state.is_delete else found.written
        place.add(getattr(state.statement, "table", None))


def _tables(one: object) -> Iterator[Any]:
    mapper = inspect(one, raiseerr=True).mapper
    yield from mapper.tables
    yield from (relation.secondary for relation in mapper.relationships if relation.secondary is not None)


def _unique(table: Table, columns: set[str]) -> Iterator[str]:
    keys = (key for key in table.constraints if isinstance(key, UniqueConstraint | PrimaryKeyConstraint))
    for rule in (*keys, *(index for index in table.indexes if index.unique)):
        if rule.name and {column.name for column in rule.columns} == columns:
            yield str(rule.name)


def _pointing_to(table: Table) -> Iterator[ForeignKeyConstraint]:
    for other in table.metadata.tables.values():
        yield from (key for key in other.foreign_key_constraints if key.referred_table is table)


def _text(name: object) -> str | None:
    return str(name) if name else None
