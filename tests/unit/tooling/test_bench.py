"""The benchmark measures what it says. A unit test, for it is no part of the compiler and nobody runs it every day."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from framework.diagnostics import Report
from framework.pipeline import compile_project
from tests.repository import ROOT
from tooling.bench import ground, guard, workspace
from tooling.bench.__main__ import aside, autogen, facts, made, told
from tooling.bench.measure import Result, Task, measure
from tooling.bench.workspace import HUGE, LARGE, Size


@pytest.mark.parametrize("size", [LARGE, HUGE])
def test_its_workspace_is_valid_and_of_its_size(size: Size, tmp_path: Path) -> None:
    workspace.make(tmp_path, size)
    report = Report()
    project = compile_project(tmp_path, report).project
    assert not report.diagnostics
    assert project is not None
    domains = [domain for service in project.services for domain in service.domains]
    assert len(project.services) == 20
    assert sum(len(domain.operations) for domain in domains) == size.operations == {LARGE: 3000, HUGE: 5000}[size]
    assert len(project.models) == size.models == {LARGE: 200, HUGE: 1000}[size]
    assert all(service.consumes for service in project.services)
    assert any(operation.subscribe for operation in domains[0].operations)


PROBE = """
import sys
from tooling.bench.measure import Task, measure
prepared = []
floor = Task("floor", [sys.executable, "-c", "pass"])
large = Task("large", [sys.executable, "-c", "x = bytearray(100 << 20)"], prepared.append)
print([[result.seconds, result.memory] for result in measure([floor, large], 2)], prepared, sep="\\n")
"""


def test_it_measures_whole_processes_in_turns() -> None:
    """From a process that is small itself, for a child is counted from the size of its parent."""
    done = subprocess.run((sys.executable, "-c", PROBE), cwd=ROOT, capture_output=True, text=True, check=True)
    (floor, large), prepared = map(json.loads, done.stdout.splitlines())
    assert large[1] > floor[1] + (50 << 20)
    assert min(floor[0], large[0]) > 0
    assert prepared == [0, 1, 2], "and one turn more, to fill the caches"


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(RuntimeError, match="ended with 3"):
        measure([Task("bad", [sys.executable, "-c", "raise SystemExit(3)"])], 1)


def test_a_cold_run_finds_the_specs_alone_and_nothing_was_deleted(tmp_path: Path) -> None:
    root, size = tmp_path / "cold", Size(services=2, domains=2, models=20)
    workspace.make(root, size)
    specs = found(root)
    subprocess.run([*autogen("generate", root), "--quiet"], cwd=ROOT, check=True)
    whole = found(root)
    aside(made(root, size), tmp_path / "gone")
    assert found(root) == specs
    assert len(found(tmp_path / "gone")) == len(whole) - len(specs) > 0
    aside(made(root, size), tmp_path / "gone")


def found(root: Path) -> list[Path]:
    return sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file())


def test_the_page_shows_ratios(tmp_path: Path) -> None:
    start, least = Result("start", 0.01, 10 << 20, 0.008), Result("least", 0.02, 20 << 20, 0.02)
    page = told([start, least, Result("other", 0.025, 30 << 20, 0.03, "least")], facts(3, tmp_path))
    assert "| start | 10 | 8 | 1.0 |  | 10 |" in page
    assert "| other | 25 | 30 | 2.5 | 1.50 | 30 |" in page


def test_the_floor_writes_what_a_run_has_written(tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(ROOT / "spec_examples" / "hello", root)
    subprocess.run([*autogen("generate", root), "--quiet"], cwd=ROOT, check=True)
    floor = ground.lay(root, tmp_path / "floor")
    for command in (floor.cold, floor.idle):
        subprocess.run(command, check=True)
    written = {path.relative_to(floor.target) for path in floor.target.rglob("*") if path.is_file()}
    assert Path("shared/generated/schemas.py") in written
    assert not any(path.suffix == ".yaml" or "cache" in path.parts for path in written)
    assert all((floor.target / path).read_bytes() == (root / path).read_bytes() for path in written)
    (root / "services.yaml").unlink()
    assert subprocess.run(floor.idle, check=False, capture_output=True).returncode


def test_the_controllers_of_the_guard_are_as_long_as_it_says() -> None:
    head = '"""A stub."""\n\nfrom uuid import UUID\n\n\n'
    made = guard.filled(f"{head}class ThingsController:\n    async def get(self, id: UUID) -> None: ...\n")
    assert len(made.splitlines()) == guard.LINES
    compile(made, "made.py", "exec")
