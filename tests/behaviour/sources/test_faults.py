"""What fails in a service that runs names the line of its spec, in the log and nowhere else."""

import json
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.behaviour.generate.command import Workspace as Compiled
from tests.behaviour.served.workspace import Workspace, served
from tests.behaviour.sources.workspace import CONTROLLER, MAP, ROUTER, SPEC, generated, line_of

START = ("-c", "import services.hello.src.main")
STUB = "raise NotImplementedError"
CRASHES = {"fault": 'raise ValueError("broken")', "answer": "return 3  # type: ignore[return-value]"}
GREET = f"from {SPEC}:2 (operation greet)"


@pytest.fixture
def work(tmp_path: Path) -> Compiled:
    return generated(tmp_path / "work")


def crashed(work: Compiled) -> tuple[str, str]:
    """What the client gets of the operation, and what the log says."""
    with served(Workspace(work.root), "hello") as address:
        response = httpx2.get(f"{address}/hello/ada")
        assert response.status_code == 500
    return response.text, (work.root / "hello.log").read_text(encoding="utf-8")


def fault(log: str) -> Any:
    """What the one record of the log says that tells of a fault."""
    records = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    [found] = [record["exception"] for record in records if "exception" in record]
    return found


@pytest.mark.parametrize("crash", CRASHES.values(), ids=list(CRASHES))
def test_a_crash_names_its_operation_in_the_log(work: Compiled, crash: str) -> None:
    work.edit(CONTROLLER, STUB, crash)
    body, log = crashed(work)
    assert f"{ROUTER}:{line_of(work, ROUTER, 'await GREET.answer(')} is made {GREET}" in fault(log)["notes"]
    assert SPEC not in body
    assert "broken" not in body


def test_the_line_is_that_of_the_last_run(work: Compiled) -> None:
    work.edit(CONTROLLER, STUB, CRASHES["fault"])
    work.edit(SPEC, "operations:", "# above\noperations:")
    work.run()
    assert f"{SPEC}:3 (operation greet)" in crashed(work)[1]


def test_without_a_map_the_log_is_as_it_was(work: Compiled) -> None:
    work.edit(CONTROLLER, STUB, CRASHES["fault"])
    (work.root / MAP).unlink()
    _, log = crashed(work)
    assert (fault(log)["type"], fault(log)["message"]) == ("ValueError", "broken")
    assert "is made from" not in log


def test_a_misfit_names_the_operation_of_each_method(work: Compiled) -> None:
    work.edit(CONTROLLER, "async def greet", "async def other")
    said = Workspace(work.root).run(*START).stderr
    assert f"write `async def greet(self, session, name)` (asked for by {SPEC}:2)" in said
    assert "src/generated/registry.py:" in said
    assert "is made from services.yaml:2 (service hello)" in said


@pytest.mark.parametrize(("old", "new"), [("name: str", "who: str"), ("async def greet", "def greet")])
def test_whatever_does_not_fit_is_asked_for_somewhere(work: Compiled, old: str, new: str) -> None:
    work.edit(CONTROLLER, old, new)
    assert f"(asked for by {SPEC}:2)" in Workspace(work.root).run(*START).stderr


@pytest.mark.parametrize("left", ["", "x = 1\n"])
def test_a_controller_that_is_gone_names_its_domain(work: Compiled, left: str) -> None:
    (work.root / CONTROLLER).unlink()
    if left:
        (work.root / CONTROLLER).write_text(left, encoding="utf-8")
    assert f"(asked for by {SPEC}:1)" in Workspace(work.root).run(*START).stderr


def test_a_fault_at_the_start_names_what_led_to_it(work: Compiled) -> None:
    work.edit(CONTROLLER, "class ", "1 / 0\n\n\nclass ")
    said = Workspace(work.root).run(*START).stderr
    assert "ZeroDivisionError" in said
    assert "is made from services.yaml:2 (service hello)" in said
