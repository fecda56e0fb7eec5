"""What a service needs to be asked: a database of its own, and a value for each variable that has none."""

import asyncio
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args

from pydantic import SecretStr
from pydantic_settings import BaseSettings

SERVER = "CONTRACT_DATABASE_URL"
"""The PostgreSQL server on which a database is made for the time of a contract; without it, a file of SQLite."""

URL = "DATABASE_URL"
QUIET = {"LOG_LEVEL": "warning", "APP_ENV": "dev"}


@contextmanager
def database(service: str) -> Iterator[str]:
    """The URL of a database that is there for this time, and holds the tables of the service."""
    made = tempfile.TemporaryDirectory(prefix=f"contract-{service}-", ignore_cleanup_errors=True)
    with made as folder, _made(Path(folder)) as url:
        yield url


@contextmanager
def environment(service: str, url: str) -> Iterator[None]:
    """The variables that the service is told, and its tables in the database; the variables are put back at the end."""
    before = dict(os.environ)
    try:
        os.environ |= {**QUIET, URL: url}
        _fill(service)
        _migrate(service)
        yield
    finally:
        os.environ.clear()
        os.environ |= before


@contextmanager
def _made(folder: Path) -> Iterator[str]:
    server = os.environ.get(SERVER)
    if not server:
        yield f"sqlite+aiosqlite:///{folder / 'contract.db'}"
        return
    from sqlalchemy import make_url

    name = f"contract_{secrets.token_hex(6)}"
    asyncio.run(_command(server, f'CREATE DATABASE "{name}"'))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(_command(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))


async def _command(server: str, statement: str) -> None:
    """Databases are made outside of transactions."""
    from sqlalchemy import text

    from framework.runtime.resources import Breaker
    from framework.runtime.settings import DatabaseSettings
    from framework.runtime.sql.engines import NAME, engine

    made = engine(DatabaseSettings(database_url=SecretStr(server)), Breaker(NAME))
    try:
        async with made.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            await connection.execute(text(statement))
    finally:
        await made.dispose()


def _fill(service: str) -> None:
    """Any text will do for a secret that nobody but the service reads; other variables are left to who runs this."""
    module = f"services.{service}.src.generated.settings"
    if find_spec(module) is None:
        return
    made = import_module(module)
    cleared: Callable[[], object] = made.get_settings.cache_clear
    cleared()
    kind: type[BaseSettings] = made.Settings
    for name, field in kind.model_fields.items():
        variable = str(field.validation_alias or name.upper())
        if field.is_required() and _is_secret(field.annotation):
            os.environ.setdefault(variable, secrets.token_urlsafe(24))


def _is_secret(annotation: Any) -> bool:
    return annotation is SecretStr or SecretStr in get_args(annotation)


def _migrate(service: str) -> None:
    folder = Path("services", service, "migrations")
    if (folder / "env.py").is_file():
        from framework.runtime import migrations

        migrations.upgrade(folder)
