"""A bank whose operations fail in every way, on each database, as a process that answers on a real socket.

In process the commit would come before the answer, wherever it stands in the code.
"""

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import httpx2
import pytest

from tests.behaviour.served.workspace import Workspace, compiled, served

ON = [pytest.param("sqlite", id="sqlite"), pytest.param("postgres", id="postgres", marks=pytest.mark.postgres)]
POSTGRES = pytest.mark.parametrize("bank", ON[1:], indirect=True)
"""For what SQLite does not have."""

SERVER = "postgresql://postgres@127.0.0.1:5432"


@dataclass(frozen=True)
class Bank:
    """`database` is PostgreSQL's name of it, and empty on SQLite."""

    workspace: Workspace
    client: httpx2.Client
    database: str

    def act(self, what: str, key: str, word: str | None = None, patience: float | None = None) -> httpx2.Response:
        headers = {} if patience is None else {"x-patience": str(patience)}
        return self.client.post("/acts", json={"what": what, "key": key, "word": word}, headers=headers)

    def seen(self) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get("/acts").json()
        return found

    def holds(self, key: str) -> bool:
        return key in self.seen()["keys"]

    def promised(self, key: str) -> int:
        return int(self.seen()["hooks"].count(key))

    def log(self) -> str:
        return (self.workspace.root / "bank.log").read_text(encoding="utf-8")

    def states(self) -> list[str]:
        """What the server says that the connections of the service are at."""
        question = "SELECT state FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()"
        return [row["state"] for row in asyncio.run(asked(question, self.database, database=self.database))]


async def asked(question: str, *given: str, database: str = "postgres") -> list[Any]:
    connection = await asyncpg.connect(f"{SERVER}/{database}")
    try:
        return list(await connection.fetch(question, *given))
    finally:
        await connection.close()


@pytest.fixture(params=ON, scope="session")
def bank(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    workspace = compiled(Path(__file__).with_name("project"), tmp_path_factory.mktemp("bank"))
    name = f"autogen_unit_{os.getpid()}" if request.param == "postgres" else ""
    url = f"{SERVER}/{name}" if name else f"sqlite:///{workspace.root / 'bank.db'}"
    variables = {"DATABASE_URL": url, "DATABASE_POOL_SIZE": "2", "DATABASE_POOL_OVERFLOW": "0"}
    variables["DATABASE_POOL_TIMEOUT"] = "30"
    if name:
        asyncio.run(asked(f"CREATE DATABASE {name}"))
    try:
        made = workspace.run("create.py", **variables)
        assert made.returncode == 0, made.stderr
        with served(workspace, "bank", **variables) as address, httpx2.Client(base_url=address, timeout=30) as client:
            yield Bank(workspace, client, name)
    finally:
        if name:
            asyncio.run(asked(f"DROP DATABASE {name} WITH (FORCE)"))
