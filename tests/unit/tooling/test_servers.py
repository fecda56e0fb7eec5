"""A test that asks a real server is skipped aloud, or fails where servers are required.

No folder of specs can reach this: it is about how the suite itself is run.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT

SUITE = """\
import pytest

@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.{marker}
def test_asks_a_server(number): pass

def test_asks_nobody(): pass

@pytest.mark.skip(reason="for a reason of its own")
def test_skipped(): pass
"""
ANSWERS = "from tooling import pytest_servers\npytest_servers.answers = lambda service: {present}\n"


def suite(folder: Path, marker: str, *options: str, present: bool = False, required: bool = False) -> str:
    """What pytest says to a small suite of tests that want a server which answers, or does not."""
    (folder / "conftest.py").write_text(ANSWERS.format(present=present), encoding="utf-8")
    (folder / "test_suite.py").write_text(SUITE.format(marker=marker), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "AUTOGEN_REQUIRE_SERVERS": "1" if required else ""}
    command = (sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider", *options)
    run = (*command, f"--rootdir={folder}", str(folder))
    done = subprocess.run(run, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == (1 if required and not present else 0), done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("marker", ["postgres", "redis", "rabbit"])
def test_without_its_server_a_test_is_skipped_and_named(marker: str, tmp_path: Path) -> None:
    told = suite(tmp_path, marker)
    assert "1 passed, 3 skipped" in told
    summary = told.split("skipped for want of a server")[1].split("short test summary")[0]
    assert "test_suite.py::test_asks_a_server[1]" in summary
    assert "test_suite.py::test_asks_a_server[2]" in summary
    assert "for a reason of its own" not in summary


def test_it_is_named_when_workers_share_the_suite(tmp_path: Path) -> None:
    told = suite(tmp_path, "redis", "-n", "1")
    assert "test_asks_a_server[1]" in told.split("skipped for want of a server")[1]


def test_where_servers_are_required_a_missing_one_fails(tmp_path: Path) -> None:
    told = suite(tmp_path, "postgres", required=True)
    assert "1 passed, 1 skipped, 2 errors" in told
    assert "does not answer on 127.0.0.1:5432" in told


@pytest.mark.parametrize("required", [False, True])
def test_with_its_server_a_test_runs(required: bool, tmp_path: Path) -> None:
    told = suite(tmp_path, "rabbit", present=True, required=required)
    assert "3 passed, 1 skipped" in told
    assert "skipped for want of a server" not in told
