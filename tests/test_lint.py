"""Every case of the guard gives what its folder expects."""

from pathlib import Path

import pytest

from tests.guarded import Guarded, guarded, guarded_cases


@pytest.mark.parametrize("case", guarded_cases(), ids=lambda case: case.name)
def test_case(case: Guarded, tmp_path: Path) -> None:
    assert case.outcome(tmp_path) == case.expected.read_text(encoding="utf-8")


def test_there_are_cases_of_both_kinds() -> None:
    clean = [case for case in guarded_cases() if case.code == "clean"]
    assert len(clean) >= 60
    assert len(guarded_cases()) - len(clean) >= 60


def test_the_workspace_of_this_repository_holds() -> None:
    assert guarded(Path(__file__).parent.parent) == []
