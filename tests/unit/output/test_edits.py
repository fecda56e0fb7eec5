"""Fixes on bytes that must otherwise stay as they are: line ends, a mark of byte order, comments, rights.

Unit tests, because a repository cannot hold some of these bytes and no diagnostic yet has fixes that meet.
"""

import os
from pathlib import Path

import pytest

from framework.diagnostics import Edit, Fix
from framework.output import Unwritten, amend
from tests.unit.output.ground import lay, times

PATH = "a.yaml"
TEXT = "# a comment\nkey: valu   # another\nother: [1, 2]\n"


def fix(line: int, start: int, end: int, text: str, path: str = PATH) -> Fix:
    return Fix((Edit(path, (line, start), (line, end), text),))


def amended(root: Path, before: str, *fixes: Fix) -> str:
    lay(root, {PATH: before})
    amend(root, fixes)
    return (root / PATH).read_bytes().decode()


def test_the_rest_stays(tmp_path: Path) -> None:
    assert amended(tmp_path, TEXT, fix(2, 6, 10, "value")) == TEXT.replace("valu ", "value ")


def test_line_ends_stay(tmp_path: Path) -> None:
    before = TEXT.replace("\n", "\r\n")
    assert amended(tmp_path, before, fix(2, 6, 10, "a\nb")) == before.replace("valu ", "a\r\nb ")
    assert amended(tmp_path, TEXT, fix(2, 6, 10, "a\r\nb")) == TEXT.replace("valu ", "a\nb ")


def test_a_lone_carriage_return_is_a_line_end(tmp_path: Path) -> None:
    assert amended(tmp_path, "a\rb: 1\r", fix(2, 4, 5, "2")) == "a\rb: 2\r"


def test_other_breaks_of_unicode_are_none(tmp_path: Path) -> None:
    assert amended(tmp_path, "a\u2028b\x85c: 1\nd: 1\n", fix(2, 4, 5, "2")) == "a\u2028b\x85c: 1\nd: 2\n"


def test_the_mark_of_byte_order_stays_and_does_not_count(tmp_path: Path) -> None:
    assert amended(tmp_path, "\ufeffkey: 1\n", fix(1, 1, 4, "word")) == "\ufeffword: 1\n"
    assert amended(tmp_path, "\ufeffkey: 1\n", fix(1, 1, 1, "# line\n")) == "\ufeff# line\nkey: 1\n"


def test_columns_are_characters(tmp_path: Path) -> None:
    assert amended(tmp_path, "'🙂é': valu\n", fix(1, 7, 11, "value")) == "'🙂é': value\n"


def test_over_several_lines(tmp_path: Path) -> None:
    many = Fix((Edit(PATH, (1, 3), (3, 2), "X"),))
    assert amended(tmp_path, "abc\ndef\nghi", many) == "abXhi"


def test_at_the_end_of_the_file(tmp_path: Path) -> None:
    assert amended(tmp_path, "a\n", fix(2, 1, 1, "b\n")) == "a\nb\n"
    assert amended(tmp_path, "", fix(1, 1, 1, "b\n")) == "b\n"


def test_many_in_one_file_and_in_two(tmp_path: Path) -> None:
    lay(tmp_path, {PATH: "a: 1\nb: 2\n", "b.yaml": "c: 3\n", "c.yaml": "d\n"})
    done = amend(tmp_path, [fix(2, 4, 5, "22"), fix(1, 1, 2, "A"), fix(1, 4, 5, "33", "b.yaml")])
    assert done == [PATH, "b.yaml"]
    assert (tmp_path / PATH).read_text() == "A: 1\nb: 22\n"
    assert (tmp_path / "b.yaml").read_text() == "c: 33\n"


def test_of_two_that_meet_the_first_is_taken(tmp_path: Path) -> None:
    assert amended(tmp_path, "abcdef", fix(1, 2, 4, "X"), fix(1, 3, 6, "Y")) == "aXdef"
    assert amended(tmp_path, "abcdef", fix(1, 1, 7, "X"), fix(1, 3, 3, "Y")) == "X"
    assert amended(tmp_path, "abcdef", fix(1, 3, 3, "X"), fix(1, 3, 3, "Y")) == "abXcdef"


def test_those_that_touch_are_both_taken(tmp_path: Path) -> None:
    assert amended(tmp_path, "abcdef", fix(1, 1, 3, "X"), fix(1, 3, 5, "Y")) == "XYef"


def test_a_fix_is_taken_whole_or_not_at_all(tmp_path: Path) -> None:
    lay(tmp_path, {PATH: "abcdef", "b.yaml": "ghi"})
    pair = Fix((Edit("b.yaml", (1, 1), (1, 2), "G"), Edit(PATH, (1, 2), (1, 3), "B")))
    assert amend(tmp_path, [fix(1, 1, 4, "X"), pair]) == [PATH]
    assert (tmp_path / "b.yaml").read_text() == "ghi"


@pytest.mark.parametrize(("line", "start", "end"), [(2, 1, 1), (0, 1, 1), (1, 0, 1), (1, 1, 9), (1, 3, 2)])
def test_one_that_does_not_fit_is_left(tmp_path: Path, line: int, start: int, end: int) -> None:
    assert amended(tmp_path, "abc", fix(line, start, end, "X")) == "abc"


def test_what_is_no_text_or_not_there_is_left(tmp_path: Path) -> None:
    (tmp_path / PATH).write_bytes(b"\xff\xfe")
    assert amend(tmp_path, [fix(1, 1, 2, "x"), fix(1, 1, 2, "x", "gone.yaml")]) == []


def test_a_fix_that_changes_nothing_touches_nothing(tmp_path: Path) -> None:
    lay(tmp_path, {PATH: TEXT})
    before = times(tmp_path)
    assert amend(tmp_path, [fix(2, 6, 10, "valu")]) == []
    assert amend(tmp_path, []) == []
    assert times(tmp_path) == before


def test_rights_and_links_stay(tmp_path: Path) -> None:
    lay(tmp_path, {"real/a.yaml": TEXT})
    (tmp_path / "real/a.yaml").chmod(0o640)
    (tmp_path / PATH).symlink_to("real/a.yaml")
    assert amend(tmp_path, [fix(2, 6, 10, "value")]) == [PATH]
    assert (tmp_path / PATH).is_symlink()
    assert (tmp_path / "real/a.yaml").stat().st_mode & 0o777 == 0o640
    assert "value" in (tmp_path / "real/a.yaml").read_text()
    assert os.listdir(tmp_path / "real") == ["a.yaml"]


def test_a_link_that_leaves_the_root_is_left(tmp_path: Path) -> None:
    lay(tmp_path, {"outside.yaml": TEXT})
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / PATH).symlink_to("../outside.yaml")
    assert amend(tmp_path / "root", [fix(2, 6, 10, "value")]) == []


def test_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {PATH: TEXT})
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(Unwritten, match="may not be changed"):
        amend(tmp_path, [fix(2, 6, 10, "value")])


def test_a_full_disk_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    lay(tmp_path, {PATH: TEXT})
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space left"):
        amend(tmp_path, [fix(2, 6, 10, "value")])
    monkeypatch.undo()
    assert (tmp_path / PATH).read_text() == TEXT
    assert os.listdir(tmp_path) == [PATH]
