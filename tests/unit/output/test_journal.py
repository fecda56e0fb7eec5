"""A run that ends anywhere leaves the old tree, the new one, or one that the next run completes.

Unit tests, because a folder of specs can neither end a process between two system calls nor fill a disk.
"""

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from framework import source
from framework.diagnostics import Report
from framework.output import Unwritten, apply, disk, journal, manifest, recover, store
from tests.repository import ROOT
from tests.unit.output.ground import file, lay, planned, refused, tree, write

MEMORY = Path("/dev/shm")


@pytest.mark.parametrize("many", [1, disk.MANY])
def test_a_death_at_every_system_call(tmp_path: Path, many: int) -> None:
    """On a disk in memory where there is one: what dies here is a process, and no disk has to keep up with that."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path) as folder:
        command = (sys.executable, "-m", "tests.unit.output.killer", folder, str(many))
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["points"] > 120
    assert min(found.values()) > 10, "each kind of ending was seen"


@pytest.mark.skipif(not disk.TOGETHER, reason="such a system has to be told of each file")
def test_the_disk_is_told_once_of_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr(os, "fsync", told.append)
    together: list[str] = []
    monkeypatch.setattr(disk, "sync_all", together.append)
    write(tmp_path, *(file(f"services/s{number}/src/generated/page.md", "x\n") for number in range(disk.MANY)))
    assert together == [str(tmp_path / journal.FOLDER), str(tmp_path)]
    assert len(told) < 10


@pytest.mark.skipif(not disk.TOGETHER, reason="such a system has to be told of each file")
def test_a_disk_that_cannot_keep_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(folder: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", folder)

    write(tmp_path, file("a.md", "a1\n"))
    before = tree(tmp_path)
    monkeypatch.setattr(disk, "MANY", 1)
    monkeypatch.setattr(disk, "sync_all", full)
    with pytest.raises(Unwritten, match="No space left on device"):
        write(tmp_path, file("a.md", "a2\n"))
    assert tree(tmp_path) == before


@pytest.mark.skipif(not disk.TOGETHER, reason="such a system has to be told of each file")
def test_what_the_disk_answers_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk.sync_all(str(tmp_path))
    monkeypatch.setattr(os, "open", lambda *_: 10**6)
    monkeypatch.setattr(os, "close", lambda _: None)
    with pytest.raises(OSError, match="Bad file descriptor"):
        disk.sync_all(str(tmp_path))


def begun(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that ended after its first file: a.md is new, b.md still old."""

    class Death(BaseException):
        pass

    def dying(source_: str, target: str) -> None:
        if target.endswith("b.md"):
            raise Death
        os.replace(source_, target)

    write(root, file("a.md", "a1\n"), file("b.md", "b1\n"), file("c.md", "c1\n"))
    with monkeypatch.context() as patch:
        patch.setattr(disk, "replace", dying)
        with pytest.raises(Death):
            write(root, file("a.md", "a2\n"), file("b.md", "b2\n"))
    assert (root / "a.md").read_text() == "a2\n"
    assert (root / "b.md").read_text() == "b1\n"


def test_a_run_that_only_looks_says_that_one_was_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(tmp_path, monkeypatch)
    assert refused(tmp_path, file("a.md", "a2\n"), file("b.md", "b2\n")) == {journal.FOLDER: "OUT010"}


def test_the_next_run_completes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(tmp_path, monkeypatch)
    recover(tmp_path)
    assert tree(tmp_path).keys() == {"a.md", "b.md", manifest.FILE}
    assert (tmp_path / "b.md").read_text() == "b2\n"
    assert write(tmp_path, file("a.md", "a2\n"), file("b.md", "b2\n")) == {}


def test_what_was_edited_in_the_meantime_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(tmp_path, monkeypatch)
    lay(tmp_path, {"b.md": "mine\n", "a.md": "mine too\n"})
    recover(tmp_path)
    assert (tmp_path / "b.md").read_text() == "mine\n"
    assert (tmp_path / "a.md").read_text() == "mine too\n"
    assert refused(tmp_path, file("a.md", "a2\n"), file("b.md", "b2\n")) == {"a.md": "OUT002", "b.md": "OUT002"}


def test_an_orphan_that_was_edited_in_the_meantime_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(tmp_path, monkeypatch)
    lay(tmp_path, {"c.md": "mine\n"})
    recover(tmp_path)
    assert (tmp_path / "c.md").read_text() == "mine\n"


def test_a_second_run_does_not_begin_over_an_unfinished_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(tmp_path, monkeypatch)
    with pytest.raises(Unwritten, match="interrupted in the meantime"):
        journal.carry_out(str(tmp_path), [journal.Operation("d.md", None, b"d\n")])
    assert not (tmp_path / "d.md").exists()
    recover(tmp_path)
    assert (tmp_path / "b.md").read_text() == "b2\n"


def test_a_journal_that_leads_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    """A folder that came from a stranger may hold one; completing it must not write elsewhere."""
    root, outside = tmp_path / "root", tmp_path / "victim.md"
    outside.write_text("mine\n")
    folder = root / journal.FOLDER
    folder.mkdir(parents=True)
    (folder / "new.0").write_text("theirs\n")
    step = {"number": 0, "path": "../victim.md", "before": disk.digest(b"mine\n"), "after": disk.digest(b"theirs\n")}
    (folder / journal.FORWARD).write_text(json.dumps({"steps": [step], "made": []}))
    with pytest.raises(Unwritten, match="damaged"):
        recover(root)
    assert outside.read_text() == "mine\n"


def test_a_damaged_journal_is_not_guessed_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(tmp_path, monkeypatch)
    (tmp_path / journal.FOLDER / journal.FORWARD).write_text("{")
    with pytest.raises(Unwritten, match="damaged"):
        recover(tmp_path)


def test_what_was_only_prepared_is_dropped(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "a1\n"))
    lay(tmp_path, {f"{journal.FOLDER}/new.0": "x"})
    before = (tmp_path / "a.md").stat()
    recover(tmp_path)
    assert not (tmp_path / journal.FOLDER).exists()
    assert (tmp_path / "a.md").stat() == before


def test_what_was_only_prepared_harms_no_later_run(tmp_path: Path) -> None:
    """What was prepared are second names of the files themselves: to write into one would be to write into both."""
    write(tmp_path, file("a.md", "a1\n"), file("b.md", "b1\n"))
    (tmp_path / journal.FOLDER).mkdir()
    os.link(tmp_path / "b.md", tmp_path / journal.FOLDER / "old.0")
    os.link(tmp_path / "b.md", tmp_path / journal.FOLDER / "new.0")
    write(tmp_path, file("a.md", "a2\n"), file("b.md", "b1\n"))
    assert (tmp_path / "a.md").read_text() == "a2\n"
    assert (tmp_path / "b.md").read_text() == "b1\n"


def test_a_journal_is_dropped_before_what_it_speaks_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fails right after the journal appeared, and the process dies while it takes everything back."""
    write(tmp_path, file("a.md", "a1\n"), file("b.md", "b1\n"))
    before = tree(tmp_path)

    def failing(folder: str) -> None:
        if journal.is_pending(str(tmp_path)):
            raise OSError(errno.EIO, "Input/output error", folder)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync", failing)
        patch.setattr(shutil, "rmtree", lambda folder, **_: disk.remove(f"{folder}/new.0"))
        with pytest.raises(Unwritten, match="Input/output error"):
            write(tmp_path, file("a.md", "a2\n"), file("b.md", "b2\n"))
    recover(tmp_path)
    assert tree(tmp_path) == before


def test_a_file_that_changes_between_the_plan_and_the_writing(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "a1\n"), file("b.md", "b1\n"))
    made, report = planned(tmp_path, file("a.md", "a2\n"), file("b.md", "b2\n"))
    lay(tmp_path, {"b.md": "mine\n"})
    with pytest.raises(Unwritten, match=r"b\.md changed in the meantime"):
        apply(made, source.read(tmp_path, Report()), report)
    assert (tmp_path / "a.md").read_text() == "a1\n"
    assert (tmp_path / "b.md").read_text() == "mine\n"
    assert not (tmp_path / journal.FOLDER).exists()


def test_another_run_that_came_first(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "a1\n"))
    made, report = planned(tmp_path, file("a.md", "a1\n"), file("b.md", "b\n"))
    write(tmp_path, file("a.md", "a1\n"), file("c.md", "c\n"))
    with pytest.raises(Unwritten, match="manifest changed in the meantime"):
        apply(made, source.read(tmp_path, Report()), report)


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "a1\n"))
    with store.locked(str(tmp_path)):
        with pytest.raises(Unwritten, match=rf"another autogen \(process {os.getpid()}\) is writing"):
            write(tmp_path, file("a.md", "a2\n"))
        assert write(tmp_path, file("a.md", "a1\n")) == {}, "nothing to write needs no lock"
    assert (tmp_path / "a.md").read_text() == "a1\n"
    assert write(tmp_path, file("a.md", "a2\n")) == {"a.md": "write"}


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, file("a.md", "a1\n"), file("b/c.md", "c1\n"))
    before = tree(tmp_path)

    def denied(origin: str, target: str) -> None:
        if target.endswith("c.md") and "new." in origin:
            raise PermissionError(13, "Permission denied", target)
        os.rename(origin, target)

    monkeypatch.setattr(os, "replace", denied)
    with pytest.raises(Unwritten) as caught:
        write(tmp_path, file("a.md", "a2\n"), file("b/c.md", "c2\n"))
    assert caught.value.message == "nothing was written: b/c.md: Permission denied"
    assert "rights" in caught.value.hint
    assert tree(tmp_path) == before


def test_files_of_two_disks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, file("a.md", "a1\n"))
    (tmp_path / "a.md").chmod(0o755)

    def across(origin: str, target: str) -> None:
        if journal.FOLDER in os.path.dirname(origin) and journal.FOLDER not in target:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        os.rename(origin, target)

    monkeypatch.setattr(os, "replace", across)
    monkeypatch.setattr(os, "link", lambda origin, target: across(target, origin))
    write(tmp_path, file("a.md", "a2\n"))
    assert (tmp_path / "a.md").read_text() == "a2\n"
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o755
    assert tree(tmp_path).keys() == {"a.md", manifest.FILE}


def test_the_store_says_what_is_not_for_git(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "a1\n"))
    ignored = (tmp_path / store.IGNORE).read_text().splitlines()
    assert {"/cache/", "/journal/", "/lock", "/sources"} <= set(ignored)
    (tmp_path / store.IGNORE).unlink()
    write(tmp_path, file("a.md", "a2\n"))
    assert not (tmp_path / store.IGNORE).exists(), "written once"
