"""A manifest comes out of merges and editors; whatever is in it, the answer is a finding or the truth.

Unit tests, because the damage is to a file that autogen writes, not to a spec.
"""

import re
from pathlib import Path

import pytest

from framework.diagnostics import Report
from framework.output import manifest
from tests.unit.output.ground import file, planned, refused, write

DIGEST = "0" * 32
HEAD = "# autogen manifest 1\nframework 0.1.0\ntemplates 00\n"
ROW = f"a.md\towned\tmaker\t{DIGEST}\tthing"


def written(root: Path) -> str:
    return (root / manifest.FILE).read_text()


def damage(root: Path, text: str | bytes) -> None:
    (root / ".autogen").mkdir(exist_ok=True)
    (root / manifest.FILE).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_it_is_sorted_and_has_no_times(tmp_path: Path) -> None:
    write(tmp_path, file("b.md", "b\n"), file("a/c.md", "c\n"), file("a.md", "a\n", "seeded"))
    lines = written(tmp_path).splitlines()
    assert lines[0] == "# autogen manifest 1"
    rows = [line for line in lines if "\t" in line]
    assert rows == sorted(rows)
    assert [row.split("\t")[0] for row in rows] == ["a.md", "a/c.md", "b.md"]
    assert not re.search(r"\d{4}-\d\d-\d\d|\d\d:\d\d", written(tmp_path))


def test_the_order_of_its_lines_means_nothing(tmp_path: Path) -> None:
    files = (file("b.md", "b\n"), file("a.md", "a\n"))
    write(tmp_path, *files)
    head, rows = written(tmp_path).splitlines()[:4], written(tmp_path).splitlines()[4:]
    damage(tmp_path, "\n".join([*head, *reversed(rows), ""]))
    made, report = planned(tmp_path, *files)
    assert not report.diagnostics
    assert {change.action for change in made.changes} == {"keep"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (HEAD + "<<<<<<< ours\n" + ROW + "\n", 4, "a merge left its marks"),
        ("<<<<<<< ours\n" + HEAD, 1, "a merge left its marks"),
        (HEAD + ROW + "\n=======\n" + ROW + "\n>>>>>>> theirs\n", 5, "a merge left its marks"),
        (HEAD + "a.md\towned\tmaker\n", 4, "no line of a manifest"),
        (HEAD + f"a.md\tours\tmaker\t{DIGEST}\tthing\n", 4, "no line of a manifest"),
        (HEAD + "a.md\towned\tmaker\txyz\tthing\n", 4, "no line of a manifest"),
        (HEAD + ROW + "\ta.b c\n", 4, "no members"),
        (HEAD + ROW + "\ta\tb\n", 4, "no line of a manifest"),
        (HEAD + "nonsense\n", 4, "no line of a manifest"),
        (HEAD + f"../a.md\towned\tmaker\t{DIGEST}\tthing\n", 4, "'../a.md' is no path"),
        (HEAD + f"/etc/passwd\towned\tmaker\t{DIGEST}\tthing\n", 4, "is no path"),
        (HEAD + f".git/config\towned\tmaker\t{DIGEST}\tthing\n", 4, "is no path"),
        (HEAD + ROW + "\n" + ROW + "\n", 5, "twice"),
        (HEAD + ROW + f"\nb.md\towned\tmaker\t{DIGEST}\tthing\n", 5, "twice"),
        ("# autogen manifest 2\n", 1, "first line"),
        ("", 1, "first line"),
        (b"\xff\xfe", 1, "not UTF-8"),
    ],
)
def test_damage_is_placed(tmp_path: Path, text: str | bytes, line: int, said: str) -> None:
    damage(tmp_path, text)
    assert refused(tmp_path, file("a.md", "one\n")) == {manifest.FILE: "OUT001"}
    report = Report()
    assert manifest.read(str(tmp_path), report) is None
    assert report.diagnostics[0].span.line == line
    assert said in report.diagnostics[0].message


def test_every_damaged_line_is_named(tmp_path: Path) -> None:
    damage(tmp_path, HEAD + "<<<<<<< ours\n" + ROW + "\n=======\nx\ty\n>>>>>>> theirs\n")
    report = Report()
    manifest.read(str(tmp_path), report)
    assert [found.span.line for found in report.diagnostics] == [4, 6, 7, 8]


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / manifest.FILE).mkdir(parents=True)
    assert refused(tmp_path, file("a.md", "one\n")) == {manifest.FILE: "OUT001"}


def test_another_version_is_a_change_of_the_manifest_alone(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "one\n"))
    damage(tmp_path, written(tmp_path).replace("templates ", "templates 0"))
    made, _ = planned(tmp_path, file("a.md", "one\n"))
    assert not made.idle
    assert [step.path for step in made.operations()] == [manifest.FILE]
