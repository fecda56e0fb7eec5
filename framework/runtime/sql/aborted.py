"""A commit that commits nothing is no commit.

After a statement that failed, PostgreSQL takes the COMMIT of its transaction for a ROLLBACK and reports no error. Who
caught the error of the statement and went on would answer with success, and nothing would have been written.
"""

from sqlalchemy import Connection, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine

__all__ = ["Aborted", "watch"]

FAILED = "framework.failed"


class Aborted(RuntimeError):
    """The transaction has failed at a statement whose error was caught: it can be rolled back only."""


def watch(engine: AsyncEngine) -> None:
    """Have the commit of a failed transaction raise. A rollback to a savepoint repairs it, as in the database."""
    if engine.dialect.name != "postgresql":
        return
    inner = engine.sync_engine
    event.listen(inner, "handle_error", _failed)
    event.listen(inner, "commit", _committed)
    for name in ("begin", "rollback", "rollback_savepoint"):
        event.listen(inner, name, _repaired)


def _failed(context: ExceptionContext) -> None:
    if context.connection is not None and not context.connection.invalidated:
        context.connection.info[FAILED] = True


def _repaired(connection: Connection, *_: object) -> None:
    if not connection.invalidated:  # such a one has lost its `info` with the rest
        connection.info.pop(FAILED, None)


def _committed(connection: Connection) -> None:
    if not connection.invalidated and connection.info.get(FAILED):
        raise Aborted("a statement of this transaction has failed and its error was caught: use a savepoint for that")
