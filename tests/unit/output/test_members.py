"""What a seeded file must hold. Unit tests: functions and odd texts, which no generator of today asks for or writes."""

from pathlib import Path

import pytest

from framework import source
from framework.diagnostics import Report
from framework.files import FileSet
from framework.output import Unwritten, apply, plan
from tests.unit.output.ground import file, lay, planned, tree, write

MEMBERS = ("Books.create", "Books.get", "configure")
WHOLE = "class Books(Protocol):\n    async def create(self): ...\n    def get(self): ...\n\ndef configure(app): ...\n"


def lacking(root: Path, text: str) -> list[tuple[int, int, str]]:
    seed = file("a.py", WHOLE, "seeded", members=MEMBERS)
    write(root, seed)
    lay(root, {"a.py": text})
    report = planned(root, seed)[1]
    assert {found.code.id for found in report.diagnostics} <= {"OUT011"}
    assert not report.failed
    return [(found.span.line, found.span.column, found.message) for found in report.diagnostics]


def test_nothing_is_lacking(tmp_path: Path) -> None:
    assert lacking(tmp_path, WHOLE) == []


def test_a_method_is_lacking(tmp_path: Path) -> None:
    text = "\n" + WHOLE.replace("def get", "def other")
    assert lacking(tmp_path, text) == [(2, 7, "'Books' lacks 'get'")]


def test_a_class_with_a_second_base_may_inherit_it(tmp_path: Path) -> None:
    text = WHOLE.replace("(Protocol)", "(Protocol, Shared)").replace("def get", "def other")
    assert lacking(tmp_path, text) == []


@pytest.mark.parametrize("base", ["Shelf", "shelf.Books", "Shelf[int]", "Protocol[int], Shelf"])
def test_a_class_with_another_base_may_inherit_it(tmp_path: Path, base: str) -> None:
    text = WHOLE.replace("(Protocol)", f"({base})").replace("def get", "def other")
    assert lacking(tmp_path, text) == []


@pytest.mark.parametrize("base", ["typing.Protocol", "Protocol[int]", "P"])
def test_the_base_of_a_class_may_be_called_otherwise(tmp_path: Path, base: str) -> None:
    text = WHOLE.replace("(Protocol)", f"({base})").replace("def get", "def other")
    found = lacking(tmp_path, f"from typing import Protocol as P\n{text}")
    assert found == [(2, 7, "'Books' lacks 'get'")]


def test_a_function_is_lacking(tmp_path: Path) -> None:
    assert lacking(tmp_path, WHOLE.replace("configure", "other")) == [(1, 1, "the file lacks 'configure'")]


def test_a_class_is_lacking(tmp_path: Path) -> None:
    assert lacking(tmp_path, WHOLE.replace("class Books", "class Other")) == [(1, 1, "the file lacks 'Books'")]


@pytest.mark.parametrize("text", ["def (", "\0"])
def test_a_file_that_does_not_parse_says_so_elsewhere(tmp_path: Path, text: str) -> None:
    assert lacking(tmp_path, text) == []


def test_a_deleted_file_lacks_all(tmp_path: Path) -> None:
    seed = file("a.py", WHOLE, "seeded", members=MEMBERS)
    write(tmp_path, seed)
    (tmp_path / "a.py").unlink()
    assert len(planned(tmp_path, seed)[1].diagnostics) == 2


def test_an_earlier_seed_keeps_its_place(tmp_path: Path) -> None:
    """The file of somebody else is only read."""
    lay(tmp_path, {"a.py": "x = 1\n"})
    report = planned(tmp_path, file("a.py", WHOLE, "seeded", members=MEMBERS))[1]
    assert len(report.diagnostics) == 2


def test_a_file_that_is_saved_while_its_stubs_are_made_stays(tmp_path: Path) -> None:
    """And nothing else of the run is written: it is made anew from what the author has saved."""
    seed = file("a.py", WHOLE, "seeded", members=MEMBERS)
    write(tmp_path, seed)
    lay(tmp_path, {"a.py": WHOLE.replace("    def get(self): ...\n", "")})
    made = plan(tmp_path, FileSet([seed, file("b.md", "b\n")]), Report(), stubs="write")
    assert {change.path for change in made.changes if change.action == "write"} == {"a.py", "b.md"}
    lay(tmp_path, {"a.py": "saved = 1\n"})
    before = tree(tmp_path)
    with pytest.raises(Unwritten, match=r"a\.py changed in the meantime"):
        apply(made, source.read(tmp_path, Report()), Report())
    assert tree(tmp_path) == before
