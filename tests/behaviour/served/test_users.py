"""The API of this repository, with its hand-written controller: what `make demo` shows, asked as a client would."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import asyncpg  # type: ignore[import-untyped]  # it ships no types
import httpx2
import pytest

from tests.behaviour.served.workspace import Workspace, compiled, served
from tests.repository import ROOT

USERS = "/api/users"
ADA = {"email": "ada@example.com", "name": "Ada"}


POSTGRES = "postgresql://postgres@127.0.0.1:5432/{}"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    copy = tmp_path_factory.mktemp("source")
    for name in ("services", "shared"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("generated", "__pycache__"))
    shutil.copy(ROOT / "services.yaml", copy)
    return compiled(copy, tmp_path_factory.mktemp("repository"))


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], ids=["sqlite", "postgres"]
)
def url(request: pytest.FixtureRequest, workspace: Workspace) -> Iterator[str]:
    """The one variable in which the databases differ."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{workspace.root / 'users.db'}"
        return
    name = f"autogen_users_{os.getpid()}"
    asyncio.run(ordered(f"CREATE DATABASE {name}"))
    try:
        yield POSTGRES.format(name)
    finally:
        asyncio.run(ordered(f"DROP DATABASE {name} WITH (FORCE)"))


async def ordered(command: str) -> None:
    connection: Any = await asyncpg.connect(POSTGRES.format("postgres"))
    await connection.execute(command)
    await connection.close()


@pytest.fixture(scope="module")
def api(workspace: Workspace, url: str) -> Iterator[httpx2.Client]:
    done = workspace.run("-m", "framework.runtime.migrations", "services/backend/migrations", DATABASE_URL=url)
    assert done.returncode == 0, done.stderr
    with served(workspace, "backend", DATABASE_URL=url) as address, httpx2.Client(base_url=address) as client:
        yield client


def test_a_user_lives_and_goes(api: httpx2.Client) -> None:
    made = api.post(USERS, json=ADA)
    assert made.status_code == 201
    user = made.json()
    place = f"{USERS}/{user['id']}"
    assert api.get(place).json() == user
    assert user in api.get(USERS).json()
    assert api.get(USERS, params={"is_active": "false"}).json() == []
    changed = api.patch(place, json={"telegram_id": 7}).json()
    assert changed == {**user, "telegram_id": 7}
    assert api.patch(place, json={"telegram_id": None}).json() == user
    taken = api.post(USERS, json=ADA)
    assert (taken.status_code, taken.json()["code"]) == (409, "email_taken")
    gone = api.delete(place)
    assert (gone.status_code, gone.content) == (204, b"")
    missing = api.get(place)
    assert (missing.status_code, missing.json()["user_id"]) == (404, user["id"])


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"email": None}, "/email"),
        ({"id": "0b3b1c1e-6f0f-4b7c-9a57-1f1f0a1d2c3e"}, "/id"),
        ({"telegram_id": "7"}, "/telegram_id"),
        ({"telegram_id": True}, "/telegram_id"),
        ({"name": ""}, "/name"),
    ],
)
def test_what_the_spec_does_not_allow_is_refused(api: httpx2.Client, wrong: dict[str, object], pointer: str) -> None:
    answer = api.patch(f"{USERS}/0b3b1c1e-6f0f-4b7c-9a57-1f1f0a1d2c3e", json=wrong)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


def test_what_a_constraint_refuses_is_the_declared_error(api: httpx2.Client) -> None:
    """Also where two requests come at once, and neither sees what the other one writes."""
    with ThreadPoolExecutor(8) as clients:
        answers = list(clients.map(lambda _: api.post(USERS, json={**ADA, "email": "eve@example.com"}), range(8)))
    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 7]
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"email_taken"}


def test_a_revision_is_what_the_tables_say(workspace: Workspace, url: str, api: httpx2.Client) -> None:
    shutil.copy(ROOT / "alembic.ini", workspace.root)
    done = workspace.run("-m", "alembic", "-n", "backend", "check", DATABASE_URL=url)
    assert "No new upgrade operations detected" in done.stdout, done.stderr
    table = workspace.root / "services/backend/src/tables.py"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("    is_active:", "    age: Mapped[int]\n    is_active:"), encoding="utf-8")
    done = workspace.run("-m", "alembic", "-n", "backend", "check", DATABASE_URL=url)
    table.write_text(text, encoding="utf-8")
    assert "New upgrade operations detected" in done.stdout + done.stderr


def test_a_database_goes_back_and_forth(workspace: Workspace, tmp_path: Path) -> None:
    shutil.copy(ROOT / "alembic.ini", workspace.root)
    url = f"sqlite+aiosqlite:///{tmp_path / 'other.db'}"
    for step in ("upgrade head", "downgrade base", "upgrade head"):
        done = workspace.run("-m", "alembic", "-n", "backend", *step.split(), DATABASE_URL=url)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("words", "variables", "code", "said"),
    [
        ((), {}, 2, "usage: "),
        (("services/backend/src",), {}, 2, "usage: "),
        (("services/backend/migrations", "nothing"), {}, 1, "nothing"),
        (("services/backend/migrations",), {"DATABASE_URL": "mysql://somebody:hunter2@host/name"}, 1, "DATABASE_URL"),
    ],
)
def test_migrations_that_cannot_be_made(
    workspace: Workspace, words: tuple[str, ...], variables: dict[str, str], code: int, said: str
) -> None:
    done = workspace.run("-m", "framework.runtime.migrations", *words, **variables)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr
    assert "hunter2" not in done.stderr
