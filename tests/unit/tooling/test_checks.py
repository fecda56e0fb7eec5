"""`make check` fails where the files of the workspace are not what its specs say. A unit test, for the whole of it
would check style and types once more."""

from pathlib import Path

import pytest

from tests.repository import ROOT
from tooling import checks
from tooling.bench.reload import FIELD, MODELS, copy


def test_a_stale_workspace_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [check for check in checks.CHECKS if check.name == "generated files"]
    assert [set(check.suites) for check in found] == [{"check", "test"}]
    monkeypatch.chdir(copy(tmp_path))
    assert checks.passes(checks.Check("made anew", ("autogen", "generate"), ()))
    assert checks.passes(found[0])
    models = tmp_path / MODELS
    models.write_text(models.read_text("utf-8").replace(FIELD, f"{FIELD}      more: int\n"), "utf-8")
    assert not checks.passes(found[0])


def test_one_check_that_fails_is_the_end_of_a_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "passes", lambda check: check.name != "generated files")
    assert checks.main(["check"]) == 1
    assert checks.main(["lint"]) == 0
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "-m tooling.checks check" in makefile.split("\ncheck:")[1].split("\n\n")[0]
