"""A short run of the fuzzer with every suite; `make fuzz` is the long one."""

from pathlib import Path

import pytest

from framework.diagnostics import Code, Report, Span
from tests.case import Case, cases
from tests.fuzz import corpus, trial
from tests.fuzz.__main__ import Fuzz

SHORT = 400
SEED = 20_260_101
SOUND = {"shared/spec/models.yaml": b"models: {Book: {fields: {title: string}}}\n"}
FAULT = Code("XXX001", "fault", "a fault", "Because.", "repair it")


def with_safe_fixes() -> list[Case]:
    return [case for case in cases() if "| safe fix: " in case.expected.read_text(encoding="utf-8")]


def test_no_input_gives_a_traceback() -> None:
    tally = Fuzz(SEED).run(range(SHORT))
    assert tally.sound + tally.faulty + tally.failed == SHORT
    assert not tally.failures


def test_an_input_is_known_again_by_its_number() -> None:
    assert Fuzz(1).input(12) == Fuzz(1).input(12) != Fuzz(2).input(12)


def test_a_sound_workspace_does_not_fail(tmp_path: Path) -> None:
    outcome = trial.attempt(SOUND, tmp_path / "workspace")
    assert (outcome.why, outcome.found) == ("", [])


@pytest.mark.parametrize(
    ("span", "kind"),
    [
        (Span("shared/spec/models.yaml", 3, 1, 3, 2), "a place outside of the lines"),
        (Span("shared/spec/models.yaml", 1, 42, 1, 43), "a place outside of its line"),
        (Span("shared/spec/models.yaml", 1, 5, 1, 4), "a place outside of the lines"),
        (Span("elsewhere.yaml", 1, 1, 1, 2), "a place in no file"),
    ],
)
def test_a_place_that_is_none_fails(span: Span, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_project = trial.compile_project

    def misplaced(root: Path, report: Report) -> object:
        report.add(FAULT, span)
        return compile_project(root, report)

    monkeypatch.setattr(trial, "compile_project", misplaced)
    assert trial.attempt(SOUND, tmp_path / "workspace").kind == kind


def test_an_exception_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(root: Path, report: Report) -> object:
        raise KeyError("a bug")

    monkeypatch.setattr(trial, "compile_project", broken)
    outcome = trial.attempt(SOUND, tmp_path / "workspace")
    assert outcome.kind == "KeyError in test_fuzz.py:broken"
    assert "a bug" in outcome.why


@pytest.mark.parametrize("case", with_safe_fixes(), ids=lambda case: case.name)
def test_safe_fixes_repair_and_break_nothing(case: Case, tmp_path: Path) -> None:
    case.lay(tmp_path / "workspace")
    tree = corpus.read(tmp_path / "workspace")
    before = trial.attempt(tree, tmp_path / "before")
    after = trial.attempt(trial.repaired(tree, before.found), tmp_path / "after")
    assert after.why == ""
    assert len(after.errors) <= len(before.errors)
    assert len(after.found) < len(before.found)
