"""A server is told to end while clients ask all the time: no request is broken, and it ends in its time."""

import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from tests.behaviour.outages.client import asking
from tests.behaviour.outages.servers import App, Server, postgres, until

PATHS = ("/wait/0.005", "/wait/0.3")
ENDED = {1: -signal.SIGTERM, 2: 0}
"""How a server of so many workers ends: uvicorn raises the signal again when all is done, its parent of workers does
not."""

Started = Callable[..., App]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Started]:
    """The app by hand under uvicorn."""
    shutil.copy(Path(__file__).with_name("hand.py"), tmp_path)
    running: list[App] = []

    def started(*flags: str, **variables: str) -> App:
        known = {"DATABASE_URL": f"sqlite:///{tmp_path / 'a.db'}", **variables}
        running.append(App("hand", tmp_path, *flags, **known))
        return running[-1].ready()

    yield started
    for app in running:
        app.__exit__()


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("delay", ["0", "1"])
def test_no_request_is_broken(start: Started, workers: int, delay: str) -> None:
    app = start("--workers", str(workers), DELAY=delay)
    with asking(app.port, PATHS) as account:
        until(lambda: account.answers[200] > 200 and app.log.read_text().count("startup complete") == workers)
        app.process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        code = app.ended()
        took = time.monotonic() - began
    assert account.broke == []
    assert set(account.answers) == {200}
    assert account.closing >= 16
    assert code == ENDED[workers], app.log.read_text()
    assert took < float(delay) + 4


def test_a_worker_that_is_replaced_breaks_nothing_and_leaves_the_door_open(start: Started) -> None:
    app = start("--workers", "2")
    with asking(app.port, PATHS) as account:
        until(lambda: account.answers[200] > 200)
        app.process.send_signal(signal.SIGHUP)
        until(lambda: app.log.read_text().count("Finished server process") == 2)
        seen = account.answers[200]
        until(lambda: account.answers[200] > seen + 200)
    assert account.broke == []
    assert account.refused == 0


def test_readiness_goes_first(start: Started) -> None:
    app = start(DELAY="2")
    with httpx2.Client(base_url=app.address) as client:
        assert client.get("/readyz").status_code == 200
        app.process.send_signal(signal.SIGTERM)
        until(lambda: client.get("/readyz").status_code == 503)
        said = client.get("/health")
        assert (said.status_code, said.json(), said.headers["connection"]) == (503, {"status": "draining"}, "close")
        assert client.get("/livez").status_code == 200
        assert client.get("/wait/0.01").status_code == 200
    assert app.ended() == ENDED[1]


def test_what_does_not_end_is_cancelled_and_told(start: Started) -> None:
    app = start(TIMEOUT="1")
    answers: list[httpx2.Response] = []
    slow = threading.Thread(target=lambda: answers.append(httpx2.get(f"{app.address}/wait/60", timeout=30)))
    slow.start()
    time.sleep(0.5)
    app.process.send_signal(signal.SIGTERM)
    began = time.monotonic()
    assert app.ended() == ENDED[1]
    assert 1 < time.monotonic() - began < 4
    slow.join()
    assert (answers[0].status_code, answers[0].json()["code"]) == (503, "unavailable")
    assert "Traceback" not in app.log.read_text()


@pytest.mark.parametrize("second", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_at_once(start: Started, second: signal.Signals) -> None:
    app = start(DELAY="20")
    app.process.send_signal(signal.SIGTERM)
    with httpx2.Client(base_url=app.address) as client:
        until(lambda: client.get("/readyz").status_code == 503)
    app.process.send_signal(second)
    began = time.monotonic()
    assert app.ended() == -second
    assert time.monotonic() - began < 1


SILENT = {
    "asks nothing": b"",
    "asks by halves": b"POST /wait/1 HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n{",
    "does not read": b"GET /large HTTP/1.1\r\nHost: here\r\n\r\n",
}


@pytest.mark.parametrize("sent", SILENT.values(), ids=SILENT)
def test_a_silent_client_does_not_hold_the_server(start: Started, sent: bytes) -> None:
    app = start(TIMEOUT="1")
    with socket.create_connection(("127.0.0.1", app.port)) as client:
        client.sendall(sent)
        time.sleep(0.3)
        app.process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        app.ended()
        assert time.monotonic() - began < 6


@pytest.fixture(scope="module")
def database() -> Iterator[Server]:
    with postgres() as server:
        yield server


@pytest.mark.postgres
def test_a_database_that_hangs_does_not_hold_the_server(start: Started, database: Server) -> None:
    app = start(DATABASE_URL=f"postgresql://postgres@127.0.0.1:{database.port}/postgres", TIMEOUT="1")
    answers: list[int] = []
    asked = f"{app.address}/database?sleep=30"
    slow = threading.Thread(target=lambda: answers.append(httpx2.get(asked, timeout=30).status_code))
    slow.start()
    time.sleep(0.5)
    database.signal(signal.SIGSTOP)
    try:
        app.process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        assert app.ended() == ENDED[1], app.log.read_text()
        assert time.monotonic() - began < 1 + 3 + 4, app.log.read_text()
    finally:
        database.signal(signal.SIGCONT)
    slow.join()
    assert answers == [503]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_start_that_waits_for_its_database_can_be_ended(tmp_path: Path, number: signal.Signals) -> None:
    shutil.copy(Path(__file__).with_name("hand.py"), tmp_path)
    with App("hand", tmp_path, DATABASE_URL="postgresql://postgres@127.0.0.1:1/postgres", STARTUP="60") as app:
        until(lambda: "Waiting for application startup" in app.log.read_text())
        time.sleep(0.5)
        app.process.send_signal(number)
        app.ended(5)


def test_a_start_without_its_database_says_so_in_one_line(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).with_name("hand.py"), tmp_path)
    url = "postgresql://ada:secret-7f3a@127.0.0.1:1/postgres"
    with App("hand", tmp_path, DATABASE_URL=url, STARTUP="1") as app:
        assert app.ended() == 3
    said = app.log.read_text()
    assert "database could not be opened: " in said
    assert "Traceback" not in said
    assert "secret-7f3a" not in said
