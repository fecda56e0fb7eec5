"""Each case folder gives exactly the diagnostics that it expects, and none of another code."""

from pathlib import Path

import pytest

from tests.case import Case, cases


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path) -> None:
    assert case.outcome(tmp_path) == case.expected.read_text(encoding="utf-8")
