"""`make dev` on a real socket: what is saved is served, what is broken ends nothing, and nothing stays behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.repository import ROOT
from tooling.bench.reload import FIELD, MODELS, copy, read
from tooling.demo import HOST

PATIENCE = 60
REST = "services/backend/spec/service.yaml"
CONTROLLER = "services/backend/src/controllers/users.py"


class Dev:
    """A copy of this workspace, and `make dev` on it."""

    def __init__(self, root: Path) -> None:
        self.root = copy(root)
        with socket.socket() as free:
            free.bind((HOST, 0))
            port = int(free.getsockname()[1])
        self.address = f"http://{HOST}:{port}"
        self.log = root / "dev.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                (sys.executable, "-m", "tooling.dev", str(root)),
                cwd=ROOT,
                env={**os.environ, "PORT": str(port), "PYTHONDONTWRITEBYTECODE": ""},
                stdout=log,
                stderr=log,
            )

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    def document(self) -> str:
        return read(f"{self.address}/openapi.json", seconds=5)

    def await_document(self, *texts: str) -> None:
        self._await(lambda: all(text in self.document() for text in texts))

    def await_log(self, text: str) -> None:
        self._await(lambda: text in self.log.read_text())

    def _await(self, come: Callable[[], bool]) -> None:
        started = time.monotonic()
        while not come():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() - started < PATIENCE, self.log.read_text()
            time.sleep(0.1)

    def family(self) -> set[int]:
        """The process and all that it has started, and what these have."""
        found, last = {self.process.pid}, set[int]()
        while found != last:
            last, found = found, found | {pid for pid, parent in processes().items() if parent in found}
        return found


def processes() -> dict[int, int]:
    """Those that run, each with its parent. One that has ended is listed until its parent has heard of it."""
    command = ("ps", "-A", "-o", "pid=,ppid=,stat=")
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in table.splitlines()]
    return {int(pid): int(parent) for pid, parent, state in rows if not state.startswith("Z")}


@pytest.fixture
def dev(tmp_path: Path) -> Iterator[Dev]:
    made = Dev(tmp_path)
    yield made
    made.process.terminate()
    made.process.wait(PATIENCE)


@pytest.mark.slow
def test_a_saved_spec_is_served_whatever_broke_before(dev: Dev) -> None:
    dev.await_document("openapi")
    dev.edit(MODELS, FIELD, f"{FIELD}      nick: {{type: string, optional: true}}\n")
    dev.await_document('"nick"')

    dev.edit(REST, "title: Backend", "title: Somebody")  # in the document alone
    dev.await_document('"Somebody"')

    dev.edit(MODELS, "nick: {type: string", "nick: {type: strong")
    dev.await_log("nothing written")
    assert '"nick"' in dev.document(), "a broken spec leaves the API as it was"
    dev.edit(MODELS, "nick: {type: strong", "alias: {type: string")
    dev.await_document('"alias"')

    dev.edit(CONTROLLER, "class ", "raise RuntimeError('half a thought')\nclass ")
    dev.await_log("half a thought")
    dev.edit(MODELS, "alias: {type: string", "other: {type: string")
    dev.edit(CONTROLLER, "raise RuntimeError('half a thought')\n", "")
    dev.await_document('"other"')

    stale = "bytecode of a save would be taken for that of the next one, in the same second and of the same size"
    assert not [*(dev.root / "services").rglob("*.pyc"), *(dev.root / "shared").rglob("*.pyc")], stale


@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_with_all_that_it_started(dev: Dev, ending: signal.Signals) -> None:
    dev.await_document("openapi")
    family = dev.family()
    assert len(family) > 3, "itself, the watch, the reloader, the API"
    dev.process.send_signal(ending)
    assert dev.process.wait(PATIENCE) == 0
    assert not family & processes().keys()
    assert not dev.document()
    assert "Traceback" not in dev.log.read_text()


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        variables = {**os.environ, "PORT": str(other.getsockname()[1])}
        command = (sys.executable, "-m", "tooling.dev")
        done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"dev: port {variables['PORT']} is taken;")
