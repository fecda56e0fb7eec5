"""How a line is shown: no case folder can ask for the width of a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.diagnostics.excerpt import NARROWEST, excerpt, printable
from tests.unit.diagnostics.findings import UNUSUAL


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "marks"),
    [
        ("a: bad", 3, 6, "a: bad", "   ^^^"),
        ("\ta: bad", 4, 7, "    a: bad", "       ^^^"),
        ("名: bad", 3, 6, "名: bad", "    ^^^"),
        ("a: 名前", 3, 5, "a: 名前", "   ^^^^"),
        ("e\u0301: bad", 4, 7, "e\u0301: bad", "   ^^^"),
        ("a\x1b[1m: bad", 7, 10, "a\\x1b[1m: bad", "          ^^^"),
        ("a\u202e: b", 4, 5, "a\\u202e: b", "         ^"),
        ("\ud800: b", 3, 4, "\\ud800: b", "        ^"),
        ("", 0, 0, "", "^"),
        ("a:", 2, 2, "a:", "  ^"),
        ("a: b", 1, 1, "a: b", " ^"),
        ("ae\u0301: b", 2, 3, "ae\u0301: b", "  ^"),
        ("a: b", 9, 12, "a: b", "    ^"),
    ],
)
def test_marks_stand_below_their_characters(line: str, start: int, end: int, shown: str, marks: str) -> None:
    assert excerpt(line, start, end, 80) == (shown, marks)


def test_a_long_line_is_cut_around_the_fault() -> None:
    shown, marks = excerpt("x" * 5000 + "BAD" + "y" * 5000, 5000, 5003, 60)
    assert shown[marks.index("^") : len(marks)] == "BAD"
    assert shown.startswith("...x")
    assert shown.endswith("y...")
    assert len(shown) == 60


def test_a_line_that_just_fits_is_not_cut() -> None:
    assert excerpt("x" * 60, 0, 1, 60)[0] == "x" * 60
    assert excerpt("x" * 61, 0, 1, 60)[0] == "x" * 57 + "..."


ANY = st.lists(st.sampled_from(UNUSUAL) | st.characters()).map("".join)
LONG = st.builds(lambda text, times: text * times, ANY, st.integers(1, 60))


@given(LONG, st.integers(-2, 300), st.integers(-2, 300), st.integers(0, 60))
def test_there_is_always_a_mark_and_never_too_much(line: str, start: int, end: int, width: int) -> None:
    shown, marks = excerpt(line, start, end, width)
    assert "^" in marks
    assert len(marks) <= max(width, NARROWEST) + 1
    assert not set(shown) & set("\n\r\x1b\u202e")


def test_marks_without_a_column_are_cut_too() -> None:
    shown, _ = excerpt("e" + "\u0301" * 100_000, 0, 1, 80)
    assert len(shown) < 500


def test_a_line_of_four_megabytes_is_cut_at_once() -> None:
    shown, _ = excerpt("名" * 4_000_000, 2_000_000, 2_000_001, 80)
    assert len(shown) < 80


@given(ANY)
def test_printable_text_is_one_line_and_can_be_encoded(text: str) -> None:
    shown = printable(text)
    shown.encode()
    assert len(shown.splitlines()) <= 1
