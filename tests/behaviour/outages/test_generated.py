"""What stands around the routes of a generated service: probes, limits, CORS, ids, and an end in order."""

import json
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.behaviour.outages.client import asking
from tests.behaviour.outages.servers import App, until
from tests.behaviour.served.workspace import Workspace, compiled, example

PROBES = ("/livez", "/readyz", "/health", "/startupz")
PAGE = "https://shop.example"
MAIN = "services.hello.src.main"
WIRING = """
import asyncio

def configure(app):
    async def wait(seconds: float) -> dict[str, bool]:
        await asyncio.sleep(seconds)
        return {"done": True}

    async def take(body: dict[str, str]) -> int:
        return len(body)

    app.add_api_route("/wait/{seconds}", wait)
    app.add_api_route("/take", take, methods=["POST"])
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = compiled(example("hello"), tmp_path_factory.mktemp("hello"))
    made.answer_with_examples()
    (made.root / "services/hello/src/wiring.py").write_text(WIRING, encoding="utf-8")
    return made


@pytest.fixture
def app(workspace: Workspace, tmp_path: Path) -> Iterator[App]:
    variables = {"DATABASE_URL": f"sqlite:///{tmp_path / 'a.db'}", "CORS_ORIGINS": PAGE, "MAX_BODY_BYTES": "1000"}
    with App(MAIN, workspace.root, APP_ENV="test", LOG_FORMAT="json", **variables) as app:
        yield app.ready()


def lines(app: App) -> list[dict[str, Any]]:
    return [json.loads(line) for line in app.log.read_text().splitlines() if line.startswith("{")]


def test_the_probes_are_outside_of_the_document_and_of_the_log(app: App) -> None:
    with httpx2.Client(base_url=app.address) as client:
        found = [client.get(path) for path in PROBES]
        document = client.get("/openapi.json").json()
        assert client.get("/hello/ada").status_code == 200
        until(lambda: any(line.get("route") == "/hello/{name}" for line in lines(app)))
    assert [one.status_code for one in found] == [200] * 4
    assert found[1].json() == {"status": "ready", "checks": {"database": "up"}}
    assert not set(PROBES) & set(document["paths"])
    assert not [line for line in lines(app) if line.get("route") in PROBES]


def test_what_it_holds_open_is_counted(app: App) -> None:
    with httpx2.Client(base_url=app.address) as client:
        client.get("/readyz")
        told = client.get("/metrics").text.splitlines()
    assert 'app_dependency_up{dependency="database"} 1.0' in told
    assert 'app_pool_connections{pool="database"} 1.0' in told
    assert 'app_pool_connections_used{pool="database"} 0.0' in told


def test_a_body_that_is_too_large_is_a_problem_that_a_page_can_read(app: App) -> None:
    with httpx2.Client(base_url=app.address, headers={"Origin": PAGE}) as client:
        assert client.post("/take", json={"a": "b"}).json() == 1
        refused = client.post("/take", json={"a": "b" * 2000})
        assert (refused.status_code, refused.json()["code"]) == (413, "body_too_large")
        assert refused.headers["access-control-allow-origin"] == PAGE
        asked = {"Access-Control-Request-Method": "POST"}
        assert client.options("/take", headers=asked).headers["access-control-allow-origin"] == PAGE
        other = client.get("/hello/ada", headers={"Origin": "https://other.example"})
        assert "access-control-allow-origin" not in other.headers
        assert other.headers["x-request-id"]


def test_it_ends_without_breaking_a_request(app: App) -> None:
    with asking(app.port, ("/wait/0.005", "/hello/ada")) as account:
        until(lambda: account.answers[200] > 200)
        app.process.send_signal(signal.SIGTERM)
        assert app.ended() == -signal.SIGTERM
    assert account.broke == []
    assert set(account.answers) == {200}
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", app.port)) != 0


def test_a_start_without_its_database_says_so_in_one_line(workspace: Workspace) -> None:
    variables = {"DATABASE_URL": "postgresql://ada:secret-7f3a@127.0.0.1:1/postgres", "STARTUP_TIMEOUT": "1"}
    with App(MAIN, workspace.root, **variables) as app:
        assert app.ended() == 3
    said = app.log.read_text()
    assert "database could not be opened: ConnectionRefusedError" in said
    assert "Traceback" not in said
    assert "7f3a" not in said
