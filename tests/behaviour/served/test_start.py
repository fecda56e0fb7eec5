"""A controller that cannot serve its domain stops the start, and the last words say where and what to do."""

from pathlib import Path

import pytest

from tests.behaviour.served.workspace import Workspace, compiled, example

CONTROLLER = "services/hello/src/controllers/greetings.py"
START = ("-c", "import services.hello.src.main")
HEAD = """from services.hello.src.generated.protocols import GreetingsControllerProtocol
from shared.generated.schemas import Greeting


class GreetingsController(GreetingsControllerProtocol):
"""

LATE = [
    ("    pass\n", ["greetings.py:5: no method greet", "write `async def greet(self, session, name)`"]),
    (
        "    async def greet(self, session, who):\n        return Greeting(text=who)\n",
        ["greetings.py:6: greet(self, session, who) must take (self, session, name) by keyword"],
    ),
    (
        "    def greet(self, session, name):\n        return Greeting(text=name)\n",
        ["greetings.py:6: greet must be `async"],
    ),
    (
        "    def __init__(self, store):\n        self.store = store\n\n"
        "    async def greet(self, session, name):\n        return Greeting(text=name)\n",
        ["greetings.py:6: GreetingsController is made without arguments"],
    ),
]


@pytest.fixture
def hello(tmp_path: Path) -> Workspace:
    return compiled(example("hello"), tmp_path)


@pytest.mark.parametrize(("body", "said"), LATE, ids=["missing", "argument", "sync", "init"])
def test_a_misfit_stops_the_start(hello: Workspace, body: str, said: list[str]) -> None:
    (hello.root / CONTROLLER).write_text(HEAD + body, encoding="utf-8")
    done = hello.run(*START)
    assert done.returncode != 0
    for words in said:
        assert words in done.stderr


def test_a_controller_that_is_gone_stops_the_start(hello: Workspace) -> None:
    (hello.root / CONTROLLER).unlink()
    done = hello.run(*START)
    assert done.returncode != 0
    assert "services.hello.src.controllers.greetings is missing" in done.stderr


def test_a_broken_import_inside_a_controller_is_its_own_error(hello: Workspace) -> None:
    (hello.root / CONTROLLER).write_text("import no_such_module\n", encoding="utf-8")
    done = hello.run(*START)
    assert done.returncode != 0
    assert "No module named 'no_such_module'" in done.stderr


def test_what_fits_starts_and_its_wiring_is_called(hello: Workspace) -> None:
    wiring = hello.root / "services/hello/src/wiring.py"
    wiring.write_text("def configure(app):\n    app.state.wired = True\n", encoding="utf-8")
    done = hello.run("-c", "from services.hello.src.main import app; print(app.state.wired, app.title)")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("True ")


def test_a_start_makes_no_database(hello: Workspace) -> None:
    done = hello.run(*START)
    assert done.returncode == 0, done.stderr
    assert not list(hello.root.glob("*.db"))


IN_A_TEST = """
import asyncio
import httpx2
from framework.runtime.db import get_db
from services.hello.src.main import app
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

class Session(AsyncSession):
    commits = 0
    async def commit(self):
        Session.commits += 1
        await super().commit()

async def session():
    engine = create_async_engine("sqlite+aiosqlite://")
    async with Session(engine) as session, session.begin():
        yield session
    await engine.dispose()

async def ask():
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        return (await client.get("/hello/ada")).status_code

app.dependency_overrides[get_db] = session
print(asyncio.run(ask()), Session.commits)
"""


def test_a_test_can_bring_its_own_session(hello: Workspace) -> None:
    hello.answer_with_examples()
    done = hello.run("-c", IN_A_TEST)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "200 1"), done.stderr


def test_an_error_commits_nothing(hello: Workspace) -> None:
    done = hello.run("-c", IN_A_TEST)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "501 0"), done.stderr
