"""Every fault of a spec can be shown in every format, and a safe fix repairs what it belongs to."""

import json
from pathlib import Path

import pytest

from framework.cli.repair import repair
from framework.cli.scope import Scope
from framework.diagnostics import Report, github, sarif, text
from framework.diagnostics import json as document
from framework.diagnostics.excerpt import printable
from framework.pipeline import compile_project
from tests.case import Case, cases

OF_SPECS = [case for case in cases() if not case.code.startswith("OUT")]
"""The others show only when files are written."""


@pytest.mark.parametrize("case", OF_SPECS, ids=lambda case: case.name)
def test_a_fault_is_shown_and_repaired(case: Case, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    case.lay(root)
    report = Report()
    compiled = compile_project(root, report)
    found = report.diagnostics
    assert found
    shown = text.render(found, compiled.tree.lines)
    assert [one.message for one in found if f" {one.code.id}: {printable(one.message)}\n" not in shown] == []
    assert [line for line in shown.split("\n") if printable(line) != line] == []
    assert len(json.loads(sarif.render(found))["runs"][0]["results"]) == len(found)
    assert len(json.loads(document.render(found, 1))["diagnostics"]) == len(found)
    assert len(github.render(found).splitlines()) == len(found) + 1
    fixable = [one for one in found if one.fix and one.fix.safe]
    if fixable:
        done = repair(root, Scope(()))
        assert done.faults >= len(fixable)
        assert [one.message for one in done.diagnostics if one.fix and one.fix.safe] == []
