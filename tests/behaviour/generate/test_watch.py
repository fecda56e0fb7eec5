"""`generate --watch`: a line for every run, and the last good output stays while a spec is broken."""

import queue
import re
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.behaviour.generate.command import Workspace, laid

ORDERS = "services/orders/spec/routers/orders.yaml"
PAGE = "services/orders/src/generated/OPERATIONS.md"


class Watch:
    def __init__(self, work: Workspace) -> None:
        self.work = work
        self.process = work.start("generate", "--watch")
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def line(self) -> str:
        return self.lines.get(timeout=20)


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    made = Watch(laid(tmp_path / "work"))
    yield made
    made.process.kill()
    made.process.wait()
    for stream in (made.process.stdout, made.process.stderr):
        assert stream is not None
        stream.close()


def test_it_runs_at_every_change_and_ends_in_peace(watch: Watch) -> None:
    work = watch.work
    assert watch.line().startswith("watching ")
    assert re.fullmatch(r"\d\d:\d\d:\d\d \d+ written, 1 unchanged", watch.line())
    time.sleep(1)
    assert watch.lines.empty(), "its own files are no change"

    work.edit(ORDERS, "list_orders:", "list_all_orders:")
    assert "written" in watch.line()
    assert "list_all_orders" in (work.root / PAGE).read_text()

    work.edit(ORDERS, "  list_all_orders:\n    output:", "  list_all_orders:\n    outptu:")
    told = watch.line()
    assert re.search(rf"1 finding, nothing written; the first: {ORDERS}:\d+:5: SPC001 ", told), told
    assert "list_all_orders" in (work.root / PAGE).read_text()

    work.edit(ORDERS, "outptu:", "output:")
    assert "nothing to do" in watch.line()

    (work.root / "services/orders/spec/routers/more.yaml").write_text("operations: {}\n")
    assert "written" in watch.line()

    time.sleep(1)
    assert watch.lines.empty()
    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(timeout=30) == 0
    assert watch.process.stderr is not None
    assert watch.process.stderr.read() == ""


def test_it_prints_text_alone(tmp_path: Path) -> None:
    assert "--watch prints text only" in laid(tmp_path / "work").run("--watch", "--output", "github", code=2)
