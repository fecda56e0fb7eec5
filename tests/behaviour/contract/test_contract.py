"""A service is asked what its document allows: what is wrong is found, what is unwritten is named, all is put back."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.behaviour.served.workspace import FEW, Workspace, compiled, example
from tests.repository import ROOT

POSTGRES = "postgresql+asyncpg://postgres@127.0.0.1:5432/postgres"
CONTROLLER = """
from services.hello.src.generated.protocols import GreetingsControllerProtocol
from shared.generated.schemas import Greeting


class GreetingsController(GreetingsControllerProtocol):
    async def greet(self, session, name):
        {body}
"""
GREETS = 'return Greeting(text=f"Hello, {name}")'
BREAKS = 'raise RuntimeError("it rains") if len(name) % 2 else ValueError("it pours")'
STUB = 'raise NotImplementedError("later")'


@pytest.fixture
def hello(tmp_path: Path) -> Workspace:
    return compiled(example("hello"), tmp_path)


def written(workspace: Workspace, body: str) -> Workspace:
    path = workspace.root / "services/hello/src/controllers/greetings.py"
    path.write_text(CONTROLLER.format(body=body), encoding="utf-8")
    return workspace


def pytests(workspace: Workspace) -> tuple[int, str]:
    """The generated tests of the workspace, with what pytest says of each skip."""
    done = workspace.run("-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "--rootdir", ".", "services", **FEW)
    return done.returncode, done.stdout + done.stderr


def asked(workspace: Workspace, *words: str, **variables: str) -> tuple[int, str]:
    done = workspace.run("-m", "framework", "contract", *words, **{"GITHUB_ACTIONS": "", **variables})
    return done.returncode, done.stdout + done.stderr


def files(workspace: Workspace) -> list[Path]:
    return sorted(path for path in workspace.root.rglob("*") if not {"__pycache__", ".hypothesis"} & {*path.parts})


def test_what_keeps_its_document_passes_and_leaves_nothing(hello: Workspace) -> None:
    before = files(hello)
    code, told = pytests(written(hello, GREETS))
    assert (code, "2 passed" in told) == (0, True), told
    assert files(hello) == before


def test_what_breaks_its_document_is_found(hello: Workspace) -> None:
    code, told = pytests(written(hello, BREAKS))
    assert code == 1
    assert "not_a_server_error" in told


def test_a_stub_is_skipped_by_its_name_and_place(hello: Workspace) -> None:
    code, told = pytests(written(hello, STUB))
    assert code == 0
    assert "greet is still a stub: services/hello/src/controllers/greetings.py:7" in told
    assert "passed" not in told


def test_over_a_socket_every_check_is_made(hello: Workspace) -> None:
    code, told = asked(written(hello, GREETS), "--examples", "20", "--seed", "3", "--output", "json")
    assert code == 0, told
    [found] = json.loads(told[told.index("{") :])["contracts"]
    assert found["failures"] == []
    assert found["seed"] == 3
    assert found["requests"] >= 20
    assert len(found["checks"]) == 14


def test_over_a_socket_a_fault_is_told_once_with_its_request(hello: Workspace) -> None:
    code, told = asked(written(hello, BREAKS), "hello", "--examples", "5")
    assert code == 1
    assert "not_a_server_error" in told
    assert "curl" in told


def test_over_a_socket_a_stub_is_named_and_not_asked(hello: Workspace) -> None:
    code, told = asked(written(hello, STUB), "--examples", "5")
    assert "not asked: greet is still a stub: services/hello/src/controllers/greetings.py:7" in told
    assert code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("helo",), "did you mean 'hello'?"),
        (("--examples", "0"), "--examples is a number of requests"),
    ],
)
def test_what_cannot_be_asked(hello: Workspace, words: tuple[str, ...], said: str) -> None:
    code, told = asked(hello, *words)
    assert (code, said in told) == (2, True), told


def test_a_service_that_does_not_start_is_no_traceback_of_the_command(hello: Workspace) -> None:
    path = hello.root / "services/hello/src/controllers/greetings.py"
    path.write_text("class GreetingsController:\n    pass\n", encoding="utf-8")
    code, told = asked(hello, "--examples", "5")
    assert code == 2
    assert "has no method greet" in told or "no method greet" in told


async def databases() -> set[str]:
    engine = create_async_engine(POSTGRES)
    try:
        async with engine.connect() as connection:
            names = await connection.scalars(text("SELECT datname FROM pg_database WHERE datname LIKE 'contract\\_%'"))
            return set(names)
    finally:
        await engine.dispose()


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace of this repository, with its migrations."""
    root = tmp_path_factory.mktemp("own")
    for name in ("services", "shared", ".autogen"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "cache"))
    shutil.copy(ROOT / "services.yaml", root)
    return Workspace(root)


@pytest.mark.slow
@pytest.mark.parametrize("server", ["", pytest.param(POSTGRES, marks=pytest.mark.postgres)], ids=["sqlite", "postgres"])
def test_the_reference_service_keeps_its_document(own: Workspace, server: str) -> None:
    """In hundreds of requests over HTTP, with every check; and no database is left behind."""
    before = asyncio.run(databases()) if server else set()
    code, told = asked(own, "backend", "--output", "json", "--examples", "30", CONTRACT_DATABASE_URL=server)
    [found] = json.loads(told[told.index("{") :])["contracts"]
    assert (code, found["failures"]) == (0, [])
    assert found["requests"] >= 200
    assert {"200", "201", "204", "404", "405", "409", "415", "422"} <= set(found["statuses"])
    assert len(found["checks"]) == 14
    if server:
        assert asyncio.run(databases()) <= before
    assert not list(own.root.glob("*.db"))


def test_the_database_of_somebody_is_never_asked(hello: Workspace) -> None:
    somebody = hello.root / "somebody.db"
    done = written(hello, GREETS).run(
        "-c",
        "import services.hello.tests.generated.test_hello_contract as t, os; print(os.environ['DATABASE_URL'])",
        DATABASE_URL=f"sqlite+aiosqlite:///{somebody}",
    )
    assert done.stdout.strip().endswith("somebody.db"), done.stderr
    assert not somebody.exists()
