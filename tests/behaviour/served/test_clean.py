"""Generated code passes the type checker and the linter as a careful person's would."""

from pathlib import Path

import pytest

from tests.behaviour.served.workspace import EXAMPLES, Workspace, compiled, example

RULES = "E,F,W,I,UP,B,C4,PIE,RET,SIM,RUF100"
IGNORED = "RET504"
"""As in this repository: a name before `return` may say what the value is."""


@pytest.fixture(params=EXAMPLES)
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Workspace:
    return compiled(example(request.param), tmp_path)


def test_ruff_has_nothing_to_say(workspace: Workspace) -> None:
    line = ("--isolated", "--no-cache", "--target-version", "py311", "--line-length", "120")
    for verb in (("check", "--select", RULES, "--ignore", IGNORED), ("format", "--diff")):
        done = workspace.run("-m", "ruff", *verb, *line, ".")
        assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_is_content(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> None:
    cache = tmp_path_factory.getbasetemp() / "mypy"
    settings = workspace.root / "mypy.ini"
    settings.write_text("[mypy]\nstrict = true\nexplicit_package_bases = true\nplugins = pydantic.mypy\n")
    done = workspace.run("-m", "mypy", "--cache-dir", str(cache), "services", "shared")
    assert done.returncode == 0, done.stdout + done.stderr
