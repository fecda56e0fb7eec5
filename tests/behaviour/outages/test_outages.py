"""PostgreSQL and Redis go away and come back while requests run: what a client sees, and that nobody has to help."""

import shutil
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx2
import pytest

from tests.behaviour.outages.servers import App, Server, postgres, redis, until

pytestmark = [pytest.mark.postgres, pytest.mark.redis]


@pytest.fixture(scope="module")
def database() -> Iterator[Server]:
    with postgres() as server:
        yield server


@pytest.fixture(scope="module")
def cache() -> Iterator[Server]:
    with redis() as server:
        yield server


@pytest.fixture(scope="module")
def app(database: Server, cache: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    folder = tmp_path_factory.mktemp("hand")
    shutil.copy(Path(__file__).with_name("hand.py"), folder)
    urls = {
        "DATABASE_URL": f"postgresql://postgres@127.0.0.1:{database.port}/postgres",
        "DATABASE_STATEMENT_TIMEOUT": "2",
        "DATABASE_CONNECT_TIMEOUT": "1",
        "REDIS_URL": f"redis://127.0.0.1:{cache.port}/0",
        "REDIS_TIMEOUT": "1",
    }
    with App("hand", folder, **urls) as app:
        yield app.ready()


@pytest.fixture
def client(app: App) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=app.address, timeout=20) as client:
        yield client


def checks(client: httpx2.Client) -> tuple[int, dict[str, str]]:
    found = client.get("/readyz")
    assert client.get("/health").status_code == found.status_code
    return found.status_code, found.json().get("checks", {})


def hold_refused(response: httpx2.Response) -> None:
    assert response.status_code == 503, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert int(response.headers["retry-after"]) >= 1
    assert response.json()["code"] == "unavailable"
    assert "postgres" not in response.text.lower()


def refusal(client: httpx2.Client) -> float:
    began = time.monotonic()
    hold_refused(client.get("/database"))
    return time.monotonic() - began


@contextmanager
def traffic(app: App, path: str) -> Iterator[Counter[tuple[str, int]]]:
    """Asks all the time, in a thread of its own, and counts by path and status."""
    over, told = threading.Event(), Counter[tuple[str, int]]()

    def ask() -> None:
        with httpx2.Client(base_url=app.address, timeout=20) as client:
            while not over.is_set():
                for one in (path, "/livez"):
                    told[one, client.get(one).status_code] += 1

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        yield told
    finally:
        over.set()
        for thread in threads:
            thread.join()


@pytest.mark.parametrize(("path", "name"), [("/database", "database"), ("/cache", "cache")])
def test_an_outage_is_told_and_over_when_it_is_over(
    app: App, client: httpx2.Client, path: str, name: str, request: pytest.FixtureRequest
) -> None:
    server: Server = request.getfixturevalue(name)
    assert checks(client) == (200, {"database": "up", "cache": "up"})
    with traffic(app, path) as told:
        until(lambda: told[path, 200] > 20)
        server.stop(signal.SIGINT)
        until(lambda: told[path, 503] > 20)
        hold_refused(client.get(path))
        up = {"database": "up", "cache": "up"}
        assert checks(client) == (503, up | {name: "down"})
        server.start()
        took = until(lambda: client.get(path).status_code == 200)
        assert took < 6
        until(lambda: checks(client)[0] == 200)
    assert {status for asked, status in told if asked == path} == {200, 503}
    assert {status for asked, status in told if asked == "/livez"} == {200}
    assert app.process.poll() is None


def ask_at_once(app: App, path: str, times: int) -> None:
    """So that the pool holds as many connections."""
    with ThreadPoolExecutor(times) as threads:
        answers = list(threads.map(lambda _: httpx2.get(app.address + path, timeout=20), range(times)))
    assert [one.status_code for one in answers] == [200] * times


def test_a_database_that_hangs_is_told_within_the_time_of_a_check(
    app: App, client: httpx2.Client, database: Server
) -> None:
    ask_at_once(app, "/database?sleep=0.5", 2)
    database.signal(signal.SIGSTOP)
    try:
        began = time.monotonic()
        assert checks(client) == (503, {"database": "down", "cache": "up"})
        assert time.monotonic() - began < 2.5
        assert client.get("/livez").status_code == 200
        took = [refusal(client) for _ in range(25)]
        assert max(took) < 12
        assert median(took) < 0.05, "each waits for what did not answer a moment ago"
    finally:
        database.signal(signal.SIGCONT)
    until(lambda: client.get("/database").status_code == 200)
    until(lambda: checks(client)[0] == 200)


def test_a_connection_that_is_killed_fails_one_request_at_most(client: httpx2.Client, database: Server) -> None:
    """Its statement is refused; the next request has another connection."""
    answers: list[httpx2.Response] = []
    slow = threading.Thread(target=lambda: answers.append(client.get("/database", params={"sleep": 1.5})))
    slow.start()
    time.sleep(0.5)
    database.stop(signal.SIGQUIT)
    database.start()
    slow.join()
    hold_refused(answers[0])
    until(lambda: client.get("/database").status_code == 200, 5)
