"""What a database refuses, in words that are the same for PostgreSQL and SQLite: which rule, of which table.

A client gets the code of the rule. The name of the constraint goes to the log, and what was refused to neither: drivers
quote it, as `Key (email)=(ada@example.com) already exists.`
"""

import logging
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from fastapi import FastAPI, Request, Response
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncSession

from framework.runtime.problems import Told, problem
from framework.runtime.sql import constraints

__all__ = ["Unforeseen", "Violation", "answer", "install", "is_conflict", "raises", "read"]

LATER = {"Retry-After": "1"}
SPOKEN = ("42", "0A", "3D", "3F", "SQLITE_ERROR")
"""States whose words name parts of a schema or of a statement, such as a table that is missing, and no values."""

log = logging.getLogger("framework.runtime")


class Row(NamedTuple):
    """A kind of refusal: what the client is told, and the beginnings of the states that mean it.

    A state is the SQLSTATE of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html), or the name
    of SQLite's extended result code (https://www.sqlite.org/rescode.html).
    """

    kind: str
    status: int
    code: str
    states: tuple[str, ...]


ROWS = (
    Row("unique", 409, "unique_violation", ("23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY")),
    Row("unique", 409, "unique_violation", ("23P01", "SQLITE_CONSTRAINT_ROWID")),
    Row("reference", 409, "reference_violation", ("23503", "23001", "SQLITE_CONSTRAINT_FOREIGNKEY")),
    Row("check", 422, "check_violation", ("23514", "SQLITE_CONSTRAINT_CHECK", "SQLITE_CONSTRAINT_DATATYPE")),
    Row("not_null", 422, "not_null_violation", ("23502", "SQLITE_CONSTRAINT_NOTNULL")),
    Row("too_long", 422, "value_too_long", ("22001", "SQLITE_TOOBIG")),
    Row("out_of_range", 422, "value_out_of_range", ("22003", "22008", "22021", "22P05")),
    Row("timeout", 503, "statement_timeout", ("57014", "55P03", "25P03", "SQLITE_INTERRUPT")),
    Row("conflict", 503, "serialization_failure", ("40001", "40P01", "SQLITE_BUSY", "SQLITE_LOCKED")),
    Row("unavailable", 503, "unavailable", ("08", "53", "57P", "25006", "SQLITE_CANTOPEN", "SQLITE_IOERR")),
    Row("unavailable", 503, "unavailable", ("SQLITE_FULL", "SQLITE_READONLY")),
)
BY_KIND = {row.kind: row for row in ROWS}

OF_SQLITE = re.compile(r"(?P<rule>[A-Z ]+) constraint failed(?:: (?:index '(?P<index>.+)'|(?P<what>.+)))?")
UNSENT = re.compile(r"\(value out of \w+ range\)$")
"""The end of what asyncpg says of a number that its column cannot hold, which it has not sent to the server."""

TOO_LARGE = "Python int too large to convert to SQLite"
"""What `sqlite3` says of the same: no error of a database, but one of arithmetic."""


@dataclass(frozen=True, slots=True)
class Violation:
    """What was refused. SQLite names its unique constraints by their columns only, and foreign keys not at all."""

    kind: str
    constraint: str | None = None
    table: str | None = None
    columns: tuple[str, ...] = ()
    sqlstate: str | None = None


class Unforeseen(Exception):
    """An error of the database that no request should bring about. It keeps its place, and loses words that may quote
    values."""


def read(fault: BaseException) -> Violation | None:
    """What an error says of a database's rules; None, if nothing."""
    if isinstance(fault, NoConnection):
        return Violation("unavailable")
    if isinstance(fault, OverflowError) and str(fault).startswith(TOO_LARGE):
        return Violation("out_of_range")
    if not isinstance(fault, DBAPIError):
        return None
    state = _state(fault.orig)
    kind = next((row.kind for row in ROWS if state.startswith(row.states)), None)
    if kind is None and UNSENT.search(str(fault.orig)):
        kind = "out_of_range"
    if kind is None and fault.connection_invalidated:
        kind = "unavailable"
    return _named(kind, state, fault.orig) if kind else None


def is_conflict(fault: BaseException) -> bool:
    """Whether the same work may succeed a moment later, for it was another transaction that stood in its way."""
    found = read(fault)
    return found is not None and found.kind == "conflict"


@asynccontextmanager
async def raises(session: AsyncSession, errors: Mapping[str, Callable[[], Exception]]) -> AsyncIterator[None]:
    """Flush at the end, and raise the error that is declared for the constraint, by its name, that was violated.

    Other violations pass. A constraint that is deferred speaks at the commit only, and is not heard here.
    """
    with constraints.touched(session) as tables:
        try:
            yield
            await session.flush()
        except DBAPIError as fault:
            found = read(fault)
            name = found and (found.constraint or tables.name(found.kind, found.table, found.columns))
            if not name or name not in errors:
                raise
            raise errors[name]() from None


def install(app: FastAPI) -> None:
    """What a database refuses leaves as a problem."""
    for kind in (DBAPIError, NoConnection, OverflowError):
        app.add_exception_handler(kind, answer)


async def answer(request: Request, fault: Exception) -> Response:
    found = read(fault)
    if found is None and isinstance(fault, DBAPIError):
        raise Unforeseen(_words(fault)).with_traceback(fault.__traceback__) from None
    if found is None:
        raise fault
    row = BY_KIND[found.kind]
    told = {"kind": found.kind, "constraint": found.constraint, "table": found.table, "sqlstate": found.sqlstate}
    log.log(logging.INFO if row.status < 500 else logging.WARNING, "database.refused", extra=told)
    return problem(row.status, Told(row.code, headers=LATER if row.status == 503 else {}), request.scope)


def _words(fault: DBAPIError) -> str:
    state = _state(fault.orig)
    said = str(fault.orig).partition("\n")[0] if state.startswith(SPOKEN) else ""
    return f"{type(fault).__name__} of the database, state {state or 'unknown'}{said and f': {said}'}"


def _state(driven: object) -> str:
    return str(getattr(driven, "sqlstate", None) or getattr(driven, "sqlite_errorname", None) or "")


def _named(kind: str, state: str, driven: BaseException | None) -> Violation:
    """With the names that the driver knows: asyncpg's on the error behind, psycopg's in `diag`, SQLite's in words."""
    found = Violation(kind, sqlstate=state or None)
    if state.startswith("SQLITE_"):
        said = OF_SQLITE.match(str(driven))
        return _said(found, said) if said else found
    names: Any = getattr(driven, "diag", None) or getattr(driven, "__cause__", None)
    column = getattr(names, "column_name", None)
    return replace(
        found,
        constraint=getattr(names, "constraint_name", None),
        table=getattr(names, "table_name", None),
        columns=(column,) if column else (),
    )


def _said(found: Violation, said: re.Match[str]) -> Violation:
    if said["rule"] == "CHECK" or said["index"]:
        return replace(found, constraint=said["index"] or said["what"])
    places = [place.rpartition(".") for place in (said["what"] or "").split(", ") if place]
    return replace(found, table=places[0][0] if places else None, columns=tuple(column for _, _, column in places))
