"""What a rule says of the whole workspace is asked for in every run. A unit test, for no rule changes its mind."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from framework.diagnostics import Report, Span
from framework.lint import engine
from framework.lint.rule import Finding, Rule, Workspace
from framework.pipeline import compile_project
from tests.guarded import BASE

FILE = "services/backend/src/controllers/books.py"


def test_a_finding_of_the_whole_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "workspace"))
    project = compile_project(root, Report()).project
    assert project is not None

    def whole(workspace: Workspace) -> Iterator[Finding]:
        yield Finding(Span(FILE), {"name": "x"})

    first = next(rule for rule in engine.rules() if rule.code.id == "MOD001")
    told: Rule = replace(first, visits=(), whole=whole)
    monkeypatch.setattr(engine, "rules", lambda: [told])
    run = engine.Engine(project, root, "key")
    assert [found.code for found in run.check()[FILE].found] == [first.code]
    (kept,) = run.kept().values()
    assert first.code.id not in kept
