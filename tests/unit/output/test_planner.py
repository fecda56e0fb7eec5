"""Three texts meet at a path: what was written, what stands there, what shall stand there. Each meeting has its answer.

Unit tests, because a folder of specs can only bring about the files of today's generators.
"""

import os
from pathlib import Path

import pytest

from framework.files import Class, File, FileSet
from framework.output import disk, manifest
from framework.output.manifest import Entry
from tests.unit.output.ground import file, lay, planned, refused, times, tree, write

PAGE = "services/a/src/generated/page.md"


def entries(root: Path) -> dict[str, Entry]:
    read = manifest.read(str(root), planned(root)[1])
    assert read is not None
    return {entry.path: entry for entry in read.entries}


def test_a_new_file_is_written(tmp_path: Path) -> None:
    assert write(tmp_path, file(PAGE, "one\n")) == {PAGE: "write"}
    assert (tmp_path / PAGE).read_text() == "one\n"
    assert entries(tmp_path)[PAGE] == Entry(PAGE, "owned", "maker", disk.digest(b"one\n"), f"thing {PAGE}")


def test_a_file_of_the_last_run_is_rewritten(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n"))
    assert write(tmp_path, file(PAGE, "two\n")) == {PAGE: "write"}
    assert (tmp_path / PAGE).read_text() == "two\n"


def test_what_is_as_it_shall_be_is_not_touched(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n"), file("b.md", "b\n"))
    before = times(tmp_path)
    assert write(tmp_path, file(PAGE, "one\n"), file("b.md", "c\n")) == {"b.md": "write"}
    after = times(tmp_path)
    assert after[PAGE] == before[PAGE]
    assert after["b.md"] != before["b.md"]


def test_a_deleted_owned_file_comes_back(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n"))
    (tmp_path / PAGE).unlink()
    assert write(tmp_path, file(PAGE, "one\n")) == {PAGE: "write"}


def test_a_hand_edit_stops_the_run(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\ntwo\n"), file("b.md", "b\n"))
    (tmp_path / PAGE).write_text("one\ntwö\n")
    assert refused(tmp_path, file(PAGE, "one\ntwo\n"), file("b.md", "new\n")) == {PAGE: "OUT002"}
    made, report = planned(tmp_path, file(PAGE, "one\ntwo\n"), file("b.md", "new\n"))
    (found,) = report.diagnostics
    assert found.span[1:] == (2, 3, 2, 4), "the first character that differs"
    assert f"--restore {PAGE}" in found.hint
    assert {change.path: change.action for change in made.changes} == {PAGE: "conflict", "b.md": "write"}


def test_an_edit_that_says_what_the_specs_say_is_none(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n"))
    (tmp_path / PAGE).write_text("two\n")
    assert write(tmp_path, file(PAGE, "two\n")) == {}
    assert entries(tmp_path)[PAGE].digest == disk.digest(b"two\n")


def test_line_ends_of_a_checkout_are_no_edit(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\ntwo\n"))
    (tmp_path / PAGE).write_bytes(b"one\r\ntwo\r\n")
    (tmp_path / manifest.FILE).write_bytes((tmp_path / manifest.FILE).read_bytes().replace(b"\n", b"\r\n"))
    assert planned(tmp_path, file(PAGE, "one\ntwo\n"))[0].idle
    assert write(tmp_path, file(PAGE, "three\n")) == {PAGE: "write"}


def test_a_file_of_somebody_else_is_never_overwritten(tmp_path: Path) -> None:
    lay(tmp_path, {PAGE: "mine\n"})
    assert refused(tmp_path, file(PAGE, "one\n")) == {PAGE: "OUT003"}
    assert write(tmp_path, file(PAGE, "mine\n")) == {}, "the same bytes are adopted"
    assert write(tmp_path, file(PAGE, "one\n")) == {PAGE: "write"}


def test_a_file_that_was_moved_along_is_known_by_its_bytes(tmp_path: Path) -> None:
    write(tmp_path, file("old/a.md", "one\n"), file("old/b.md", "two\n"))
    (tmp_path / "old").rename(tmp_path / "new")
    lay(tmp_path, {"new/b.md": "edited\n"})
    assert refused(tmp_path, file("new/a.md", "1\n"), file("new/b.md", "2\n")) == {"new/b.md": "OUT003"}
    lay(tmp_path, {"new/b.md": "two\n"})
    assert write(tmp_path, file("new/a.md", "1\n"), file("new/b.md", "2\n")) == {
        "new/a.md": "write",
        "new/b.md": "write",
    }


def test_restore_keeps_the_edited_bytes(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n"))
    lay(tmp_path, {PAGE: "edited\n", "b.md": "mine\n"})
    assert write(tmp_path, file(PAGE, "one\n"), file("b.md", "b\n"), restore=(PAGE, "b.md")) == {
        PAGE: "write",
        "b.md": "write",
    }
    rescued = {
        path.parent.relative_to(tmp_path / ".autogen/rescue").as_posix(): path.read_text() for path in kept(tmp_path)
    }
    assert rescued == {"services/a/src/generated": "edited\n", ".": "mine\n"}
    assert write(tmp_path, file(PAGE, "one\n"), file("b.md", "b\n")) == {}


def kept(root: Path) -> list[Path]:
    return [path for path in (root / ".autogen/rescue").rglob("*") if path.is_file()]


def test_restore_of_the_same_edit_twice(tmp_path: Path) -> None:
    for _ in range(2):
        write(tmp_path, file(PAGE, "one\n"))
        lay(tmp_path, {PAGE: "edited\n"})
        write(tmp_path, file(PAGE, "one\n"), restore=(PAGE,))
    assert [path.read_text() for path in kept(tmp_path)] == ["edited\n"]


@pytest.mark.parametrize("asked", [".", "services", "services/a/src/generated"])
def test_restore_of_a_folder(tmp_path: Path, asked: str) -> None:
    write(tmp_path, file(PAGE, "one\n"))
    lay(tmp_path, {PAGE: "edited\n"})
    assert write(tmp_path, file(PAGE, "one\n"), restore=(asked,)) == {PAGE: "write"}


def test_restore_of_another_folder(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n"))
    lay(tmp_path, {PAGE: "edited\n"})
    assert planned(tmp_path, file(PAGE, "one\n"), restore=("services/a/src/gen", "service"))[1].failed


def test_an_orphan_goes_with_its_folders(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n"), file("b.md", "b\n"))
    (tmp_path / "services/a/src/generated/__pycache__").mkdir()
    (tmp_path / "services/a/src/generated/__pycache__/page.cpython-311.pyc").write_bytes(b"")
    assert write(tmp_path, file("b.md", "b\n")) == {PAGE: "delete"}
    assert not (tmp_path / "services").exists()
    assert list(entries(tmp_path)) == ["b.md"]


def test_a_folder_that_holds_something_else_stays(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n"))
    lay(tmp_path, {"services/a/mine.txt": "x"})
    write(tmp_path)
    assert (tmp_path / "services/a/mine.txt").exists()
    assert not (tmp_path / "services/a/src").exists()


def test_an_orphan_that_is_gone_already(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n"))
    (tmp_path / PAGE).unlink()
    assert write(tmp_path) == {}
    assert entries(tmp_path) == {}


def test_an_edited_orphan_stops_the_run(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n"))
    (tmp_path / PAGE).write_text("edited\n")
    assert refused(tmp_path) == {PAGE: "OUT004"}
    assert write(tmp_path, restore=(PAGE,)) == {PAGE: "delete"}
    assert [path.read_text() for path in kept(tmp_path)] == ["edited\n"]


def test_one_id_under_another_path_moves(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n", identity="page"))
    made, _ = planned(tmp_path, file("b/page.md", "two\n", identity="page"))
    (change,) = made.changes
    assert (change.action, change.path, change.origin and change.origin.path) == ("move", "b/page.md", PAGE)
    assert write(tmp_path, file("b/page.md", "two\n", identity="page")) == {"b/page.md": "move"}
    assert set(tree(tmp_path)) == {"b/page.md", manifest.FILE}


def test_a_moving_file_that_was_edited_stops_the_run(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n", identity="page"))
    (tmp_path / PAGE).write_text("edited\n")
    assert refused(tmp_path, file("b.md", "one\n", identity="page")) == {PAGE: "OUT004"}
    assert write(tmp_path, file("b.md", "one\n", identity="page"), restore=(PAGE,)) == {"b.md": "move"}
    assert [path.read_text() for path in kept(tmp_path)] == ["edited\n"]


def test_a_move_to_where_something_stands(tmp_path: Path) -> None:
    write(tmp_path, file(PAGE, "one\n", identity="page"))
    lay(tmp_path, {"b.md": "mine\n"})
    assert refused(tmp_path, file("b.md", "one\n", identity="page")) == {"b.md": "OUT003"}
    lay(tmp_path, {"b.md": "one\n"})
    assert write(tmp_path, file("b.md", "one\n", identity="page")) == {PAGE: "delete"}


def test_two_files_change_places(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "one\n", identity="x"), file("b.md", "two\n", identity="y"))
    assert write(tmp_path, file("b.md", "one\n", identity="x"), file("a.md", "two\n", identity="y")) == {
        "a.md": "write",
        "b.md": "write",
    }


def test_a_file_that_became_a_folder_is_for_its_author_to_clear(tmp_path: Path) -> None:
    write(tmp_path, file("a", "one\n"), file("b/c", "two\n"))
    assert refused(tmp_path, file("a/d", "one\n"), file("b", "two\n")) == {"a/d": "OUT005", "b": "OUT005"}


def test_a_seeded_file_is_written_once(tmp_path: Path) -> None:
    assert write(tmp_path, file("a.md", "one\n", "seeded")) == {"a.md": "write"}
    assert write(tmp_path, file("a.md", "two\n", "seeded")) == {}
    (tmp_path / "a.md").write_text("mine\n")
    assert write(tmp_path, file("a.md", "three\n", "seeded")) == {}
    assert (tmp_path / "a.md").read_text() == "mine\n"


def test_a_deleted_seeded_file_stays_deleted(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "one\n", "seeded"))
    (tmp_path / "a.md").unlink()
    for _ in range(2):
        assert write(tmp_path, file("a.md", "two\n", "seeded")) == {}
    assert not (tmp_path / "a.md").exists()
    assert write(tmp_path, file("a.md", "two\n", "seeded"), restore=("a.md",)) == {"a.md": "write"}
    assert (tmp_path / "a.md").read_text() == "two\n"


def test_a_seeded_file_under_another_path_is_not_written_again(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "one\n", "seeded", "page"))
    assert write(tmp_path, file("b.md", "one\n", "seeded", "page")) == {}
    assert list(entries(tmp_path)) == ["a.md"]


def test_seeded_files_that_change_their_ids(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "one\n", "seeded", "x"))
    assert write(tmp_path, file("a.md", "1\n", "seeded", "y"), file("b.md", "2\n", "seeded", "x")) == {"b.md": "write"}
    assert {path: entry.id for path, entry in entries(tmp_path).items()} == {"a.md": "y", "b.md": "x"}


def test_a_seeded_file_is_never_deleted(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "one\n", "seeded"))
    assert write(tmp_path) == {}
    assert (tmp_path / "a.md").read_text() == "one\n"
    assert entries(tmp_path) == {}


def test_a_file_that_stood_before_its_seed_is_adopted(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": "mine\n"})
    assert write(tmp_path, file("a.md", "one\n", "seeded")) == {}
    (tmp_path / "a.md").unlink()
    assert write(tmp_path, file("a.md", "one\n", "seeded")) == {}, "its author deleted it"


def test_restore_of_a_seeded_file(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "one\n", "seeded"))
    (tmp_path / "a.md").write_text("mine\n")
    assert write(tmp_path, file("a.md", "two\n", "seeded"), restore=("a.md",)) == {"a.md": "write"}
    assert [path.read_text() for path in kept(tmp_path)] == ["mine\n"]


@pytest.mark.parametrize(("first", "then"), [("seeded", "owned"), ("owned", "seeded")])
def test_a_file_changes_its_class(tmp_path: Path, first: Class, then: Class) -> None:
    write(tmp_path, file("a.md", "one\n", first))
    wanted = {"a.md": "write"} if then == "owned" else {}
    assert write(tmp_path, file("a.md", "two\n", then)) == wanted
    assert entries(tmp_path)["a.md"].kind == then


def test_an_owned_file_that_is_gone_becomes_a_seed(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "one\n"))
    (tmp_path / "a.md").unlink()
    assert write(tmp_path, file("a.md", "two\n", "seeded")) == {"a.md": "write"}


def test_an_edited_seed_is_not_taken_over(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "one\n", "seeded"))
    (tmp_path / "a.md").write_text("mine\n")
    assert refused(tmp_path, file("a.md", "two\n")) == {"a.md": "OUT002"}


def test_the_rights_of_a_file_stay(tmp_path: Path) -> None:
    write(tmp_path, file("run", "one\n"))
    (tmp_path / "run").chmod(0o755)
    write(tmp_path, file("run", "two\n"))
    assert (tmp_path / "run").stat().st_mode & 0o777 == 0o755


def test_a_new_program_may_be_run(tmp_path: Path) -> None:
    write(tmp_path, File("run", "one\n", "owned", "maker", "run", executable=True), file("text", "one\n"))
    assert os.access(tmp_path / "run", os.X_OK)
    assert (tmp_path / "text").stat().st_mode & 0o111 == 0


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "../a", "a/../b", "a//b", "./a", "a\\b", "a:b", "a\tb", "a\nb", "a/", "", "a. /b", ".git/config"],
)
def test_paths_that_a_generator_may_not_write(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="may not write"):
        planned(tmp_path, file(path, "x"))


@pytest.mark.parametrize("path", [".autogen/manifest", ".autogen/cache/x", ".autogen/lock", ".autogen/journal/x"])
def test_the_store_is_not_for_generators(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="may not write"):
        planned(tmp_path, file(path, "x"))


@pytest.mark.parametrize(("one", "other"), [("a/B.md", "a/b.md"), ("A/x", "a/y"), ("a", "a/b"), ("a/b", "A")])
def test_paths_that_are_one_on_some_disk(tmp_path: Path, one: str, other: str) -> None:
    with pytest.raises(ValueError, match="beside"):
        planned(tmp_path, file(one, "x"), file(other, "y"))


def test_one_id_for_two_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one id"):
        planned(tmp_path, file("a", "x", identity="i"), file("b", "y", identity="i"))


def test_one_path_for_two_files() -> None:
    with pytest.raises(ValueError, match="comes from"):
        FileSet([file("a", "x", identity="i"), file("a", "y", identity="j")])


def test_managed_files_are_not_silently_something_else(tmp_path: Path) -> None:
    with pytest.raises(NotImplementedError):
        planned(tmp_path, file("a", "x", "managed"))
