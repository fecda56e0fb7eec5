"""Servers of our own, which a test may stop: a PostgreSQL and a Redis on free ports, and apps under uvicorn."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2
import pytest

from tests.repository import ROOT

PATIENCE = 30.0
HOST = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def until(said: Callable[[], object], patience: float = PATIENCE) -> float:
    """How long it took."""
    began = time.monotonic()
    while not said():
        assert time.monotonic() - began < patience, "it did not come about"
        time.sleep(0.02)
    return time.monotonic() - began


def program(name: str) -> str:
    """Debian keeps the programs of PostgreSQL out of the path."""
    places = [shutil.which(name), *sorted(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), reverse=True)]
    found = next((place for place in places if place), None)
    if found is None:
        told = f"{name} is not installed, and so does not answer"
        pytest.fail(told) if os.environ.get("AUTOGEN_REQUIRE_SERVERS") == "1" else pytest.skip(told)
    return found


class Server:
    """A process that is started, stopped, and started again behind the same port."""

    def __init__(self, *command: str, port: int, user: str | None = None) -> None:
        self.port = port
        self._command = command
        self._user = user
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(self._command, user=self._user, stdout=quiet, stderr=quiet, cwd="/")
        until(self.answers)

    def answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((HOST, self.port)) == 0

    def stop(self, number: int = signal.SIGTERM) -> None:
        if self._process is not None:
            self.signal(signal.SIGCONT)
            self._process.send_signal(number)
            self._process.wait(PATIENCE)
            self._process = None

    def signal(self, number: int) -> None:
        """To the server and all that it has started: a connection of PostgreSQL is a process."""
        assert self._process is not None
        for pid in (self._process.pid, *_children(self._process.pid)):
            with suppress(ProcessLookupError):
                os.kill(pid, number)


@contextmanager
def postgres() -> Iterator[Server]:
    """It refuses to run as root, so as root it runs as the user of its package."""
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="autogen-postgres-"))
    if user:
        shutil.chown(folder, user)
    port = free_port()
    init = (program("initdb"), "-D", str(folder / "data"), "-A", "trust", "-U", "postgres", "--no-sync")
    subprocess.run(init, user=user, cwd="/", check=True, capture_output=True)
    options = (f"port={port}", f"listen_addresses={HOST}", f"unix_socket_directories={folder}", "fsync=off")
    flags = [part for option in options for part in ("-c", option)]
    server = Server(program("postgres"), "-D", str(folder / "data"), *flags, port=port, user=user)
    try:
        server.start()
        yield server
    finally:
        server.stop(signal.SIGQUIT)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def redis() -> Iterator[Server]:
    port = free_port()
    server = Server(program("redis-server"), "--bind", HOST, "--port", str(port), "--save", "", port=port)
    try:
        server.start()
        yield server
    finally:
        server.stop()


class App:
    """An app under uvicorn, in a folder of its own."""

    def __init__(self, module: str, folder: Path, *flags: str, **variables: str) -> None:
        self.port = free_port()
        self.address = f"http://{HOST}:{self.port}"
        self.log = folder / "app.log"
        known = {**os.environ, "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT))), **variables}
        command = (sys.executable, "-m", "uvicorn", f"{module}:app", "--port", str(self.port), *flags)
        with self.log.open("w") as output:
            self.process = subprocess.Popen(command, cwd=folder, env=known, stdout=output, stderr=output)

    def ready(self) -> "App":
        until(self._answers)
        return self

    def _answers(self) -> bool:
        assert self.process.poll() is None, self.log.read_text()
        with suppress(httpx2.TransportError):
            return httpx2.get(f"{self.address}/livez").status_code == 200
        return False

    def ended(self, patience: float = PATIENCE) -> int:
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            raise AssertionError(self.log.read_text()) from None

    def __enter__(self) -> "App":
        return self

    def __exit__(self, *_: object) -> None:
        """The workers of a server that is killed end by themselves, for their parent is gone."""
        for pid in (self.process.pid, *_children(self.process.pid)):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait(PATIENCE)


def _children(pid: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(status.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(status.parent.name))
    return found
