"""The variables that the runtime reads. A setting cannot have one of these names, and `.env.example` lists them.

The compiler does not import the runtime, so they stand here a second time; a test holds the rows to its classes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variable:
    """`default` is written as in `.env`, None where there is none; `access` is the word of `access` that brings it,
    None where every service has it."""

    name: str
    type: str
    default: str | None
    doc: str
    access: str | None = None


ROWS = (
    Variable("APP_ENV", "dev | test | staging | prod", "dev",
             "Where the process runs; outside of dev a default or a placeholder is no secret"),
    Variable("DATA_DIR", "path", "data", "The folder for what the process keeps in files"),
    Variable("LOG_LEVEL", "debug | info | warning | error | critical", "info", "The least that is logged"),
    Variable("LOG_FORMAT", "auto | json | pretty", "auto",
             "`auto` is pretty on a terminal and JSON elsewhere; JSON in staging and prod"),
    Variable("ROOT_PATH", "string", "", "What a proxy has cut from the front of every path, such as /shop"),
    Variable("CORS_ORIGINS", "list", "", "The origins whose pages may call the API"),
    Variable("TRUSTED_PROXIES", "list", "", "Addresses or networks whose `Forwarded` headers count"),
    Variable("MAX_BODY_BYTES", "int", "10485760", "The largest body of a request"),
    Variable("STARTUP_TIMEOUT", "number", "30", "How long the resources may take to be reached"),
    Variable("READINESS_TIMEOUT", "number", "2", "How long one check of a resource may take"),
    Variable("SHUTDOWN_DELAY", "number", "0",
             "From the signal to the end of new connections, for load balancers to notice; 5 in prod"),
    Variable("SHUTDOWN_TIMEOUT", "number", "20", "How long requests in flight may take to finish"),
    Variable("REQUEST_TIMEOUT", "number", None, "How long one request may take; unset: no limit"),
    Variable("METRICS", "bool", "true", "Whether /metrics is served"),
    Variable("METRICS_TOKEN", "secret", None, "What a reader of /metrics brings as a bearer token"),
    Variable("DATABASE_URL", "secret", "sqlite+aiosqlite:///database.db",
             "The database: PostgreSQL, or a file of SQLite", "database"),
    Variable("DATABASE_POOL_SIZE", "int", "10", "Connections that are kept", "database"),
    Variable("DATABASE_POOL_OVERFLOW", "int", "10", "Connections beyond them, closed after use", "database"),
    Variable("DATABASE_POOL_TIMEOUT", "number", "5", "How long a request waits for a connection", "database"),
    Variable("DATABASE_POOL_RECYCLE", "number", "1800", "The age at which a connection is made anew", "database"),
    Variable("DATABASE_CONNECT_TIMEOUT", "number", "5", "How long a new connection may take", "database"),
    Variable("DATABASE_STATEMENT_TIMEOUT", "number", "30",
             "How long PostgreSQL works at one statement; 0: without end", "database"),
    Variable("DATABASE_PGBOUNCER", "bool", "false",
             "Whether a pooler in transaction mode stands between: no prepared statements then", "database"),
    Variable("REDIS_URL", "secret", "redis://127.0.0.1:6379/0", "The Redis of the cache", "cache"),
    Variable("REDIS_POOL_SIZE", "int", "50", "The most connections of one process", "cache"),
    Variable("REDIS_CONNECT_TIMEOUT", "number", "2", "How long a new connection may take", "cache"),
    Variable("REDIS_TIMEOUT", "number", "2", "How long one command may take", "cache"),
    Variable("STORAGE_URL", "secret", None,
             "file:///folder, memory:// or s3://bucket; unset: the folder `storage` in DATA_DIR", "storage"),
    Variable("STORAGE_ENDPOINT", "string", None,
             "The server of a storage that speaks S3 and is not Amazon's", "storage"),
    Variable("STORAGE_REGION", "string", None, "The region of the bucket", "storage"),
    Variable("STORAGE_ACCESS_KEY", "secret", None, "Who opens the bucket; unset: the host's own role", "storage"),
    Variable("STORAGE_SECRET_KEY", "secret", None, "The secret that belongs to STORAGE_ACCESS_KEY", "storage"),
    Variable("STORAGE_TIMEOUT", "number", "10", "How long one request to the storage may take", "storage"),
    Variable("BROKER_URL", "secret", "memory://", "The broker; memory:// carries events within one process", "broker"),
)  # fmt: skip

NAMES = frozenset(row.name for row in ROWS) | {"STORAGE_LOCATION"}
"""Those, and what the classes have beside their fields."""

SYSTEM = frozenset({
    "HOME", "HOSTNAME", "LANG", "LOGNAME", "PATH", "PWD", "PYTHONHASHSEED", "PYTHONPATH", "SHELL", "TERM", "TMPDIR",
    "USER",
})  # fmt: skip
"""Names that a system gives to every process, whatever a spec says."""
