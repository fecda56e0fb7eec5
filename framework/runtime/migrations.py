"""Alembic for the services of a workspace: what an `env.py` calls, and how a deployment, a test and the demo bring a
database up to date. `python -m framework.runtime.migrations services/backend/migrations` does it from a shell.

The URL comes from the settings of the service, never from a file beside the revisions.
"""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from alembic import command, context
from alembic.config import Config
from alembic.util import CommandError
from pydantic import SecretStr
from sqlalchemy import Connection, MetaData

from framework.runtime.resources import Breaker
from framework.runtime.settings import DatabaseSettings, StartRefused, load
from framework.runtime.sql.engines import NAME, engine
from framework.runtime.tables import Moment

URL = "database_url"


def run(metadata: MetaData) -> None:
    """The whole body of an `env.py`: carries out what Alembic was asked for, or prints it with `--sql`."""
    options: dict[str, Any] = {
        "target_metadata": metadata,
        "compare_type": True,
        "render_as_batch": True,  # SQLite alters a table by copying it
        "render_item": _plain,
    }
    settings = _settings(context.config.attributes.get(URL))
    if context.is_offline_mode():
        context.configure(url=settings.database_url.get_secret_value(), literal_binds=True, **options)
        with context.begin_transaction():
            context.run_migrations()
    else:
        asyncio.run(_online(settings, options))


def upgrade(folder: Path, url: str | None = None, revision: str = "head") -> None:
    """Bring a database to a revision. Not to be called where an event loop runs."""
    command.upgrade(_config(folder, url), revision)


def main(arguments: Sequence[str]) -> int:
    """`FOLDER [REVISION]`: the folder that holds env.py and its revisions."""
    if not 1 <= len(arguments) <= 2 or not Path(arguments[0], "env.py").is_file():
        sys.stderr.write("usage: python -m framework.runtime.migrations FOLDER [REVISION]; FOLDER holds env.py\n")
        return 2
    try:
        upgrade(Path(arguments[0]), None, *arguments[1:])
    except (StartRefused, CommandError) as fault:
        sys.stderr.write(f"migrations: {fault}\n")
        return 1
    return 0


def _config(folder: Path, url: str | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes[URL] = url
    return config


def _settings(url: str | None) -> DatabaseSettings:
    """A change of a large table may take longer than any statement of a request may."""
    found = load(DatabaseSettings)
    changes: dict[str, object] = {"database_statement_timeout": 0.0}
    return found.model_copy(update=changes | ({"database_url": SecretStr(url)} if url else {}))


async def _online(settings: DatabaseSettings, options: dict[str, Any]) -> None:
    made = engine(settings, Breaker(NAME))
    try:
        async with made.connect() as connection:
            await connection.run_sync(_carry_out, options)
            await connection.commit()
    finally:
        await made.dispose()


def _plain(kind: str, item: object, _: object) -> str | Literal[False]:
    """A revision outlives the code that it was made from, so it names no type of ours."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


def _carry_out(connection: Connection, options: dict[str, Any]) -> None:
    context.configure(connection=connection, **options)
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "__main__":
    sys.path.insert(0, "")  # env.py imports the tables of its service from the root of the workspace
    sys.exit(main(sys.argv[1:]))
