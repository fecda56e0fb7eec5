"""The variables of a service with a database."""

from typing import Annotated

from pydantic import Field, SecretStr

from framework.runtime.settings.markers import Said, UrlOf
from framework.runtime.settings.variables import Variables

SCHEMES = ("sqlite", "sqlite+aiosqlite", "postgresql", "postgres", "postgresql+asyncpg")


class DatabaseSettings(Variables):
    """How the database is reached. Times are in seconds."""

    database_url: Annotated[SecretStr, UrlOf(SCHEMES, "postgresql://user:password@host/name"), Said()] = Field(
        SecretStr("sqlite+aiosqlite:///database.db"), description="The database: PostgreSQL, or a file of SQLite"
    )
    database_pool_size: int = Field(10, ge=1, description="Connections that are kept")
    database_pool_overflow: int = Field(10, ge=0, description="Connections beyond them, closed after use")
    database_pool_timeout: float = Field(5.0, gt=0, description="How long a request waits for a connection")
    database_pool_recycle: float = Field(1800.0, gt=0, description="The age at which a connection is made anew")
    database_connect_timeout: float = Field(5.0, gt=0, description="How long a new connection may take")
    database_statement_timeout: float = Field(
        30.0, ge=0, description="How long PostgreSQL works at one statement; 0: without end"
    )
    database_pgbouncer: bool = Field(
        False, description="Whether a pooler in transaction mode stands between: no prepared statements then"
    )
