"""The benchmark measures what it says. A unit test, for it is no part of the compiler and nobody runs it every day."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from framework.diagnostics import Report
from framework.pipeline import compile_project
from tests.repository import ROOT
from tooling.bench import workspace
from tooling.bench.__main__ import told
from tooling.bench.measure import Result, Task, measure


def test_its_workspace_is_valid_and_of_its_size(tmp_path: Path) -> None:
    workspace.make(tmp_path)
    report = Report()
    project = compile_project(tmp_path, report).project
    assert not report.diagnostics
    assert project is not None
    domains = [domain for service in project.services for domain in service.domains]
    assert len(project.services) == 20
    assert len(domains) == 300
    assert sum(len(domain.operations) for domain in domains) == 3000
    assert len(project.models) == 200
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


def test_the_page_shows_ratios(tmp_path: Path) -> None:
    page = told([Result("floor", 0.01, 10 << 20), Result("other", 0.025, 30 << 20)], 3, tmp_path)
    assert "| floor | 10 | 1.0 | 10 |" in page
    assert "| other | 25 | 2.5 | 30 |" in page
