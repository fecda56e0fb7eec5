"""What stands in the way of a file. Links and folders are made here, for no repository can hold those that leave it."""

import os
from pathlib import Path

import pytest

from framework.output import manifest
from tests.unit.output.ground import file, lay, planned, refused, tree, write


def test_a_folder_stands_where_a_file_shall(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md/inner": "x"})
    assert refused(tmp_path, file("a.md", "one\n")) == {"a.md": "OUT005"}


def test_a_file_stands_where_a_folder_shall(tmp_path: Path) -> None:
    lay(tmp_path, {"a": "x"})
    assert refused(tmp_path, file("a/b.md", "one\n")) == {"a/b.md": "OUT005"}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"real.md": "mine\n"})
    (tmp_path / "a.md").symlink_to("real.md")
    assert refused(tmp_path, file("a.md", "one\n")) == {"a.md": "OUT005"}
    assert refused(tmp_path, file("a.md", "mine\n")) == {"a.md": "OUT005"}


def test_an_orphan_that_became_a_link(tmp_path: Path) -> None:
    write(tmp_path, file("a.md", "one\n"))
    (tmp_path / "a.md").unlink()
    (tmp_path / "a.md").symlink_to("b.md")
    assert refused(tmp_path) == {"a.md": "OUT005"}


def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    made, report = planned(tmp_path, file("a.md", "one\n"))
    assert [found.code.id for found in report.diagnostics] == ["OUT005"]
    assert made.changes[0].action == "conflict"


def test_a_folder_that_leaves_the_root(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (root / "generated").symlink_to(outside)
    assert refused(root, file("generated/deep/a.md", "one\n")) == {"generated/deep/a.md": "OUT006"}
    assert tree(outside) == {}


def test_a_folder_that_begins_like_the_root(tmp_path: Path) -> None:
    outside, root = tmp_path / "root-too", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (root / "generated").symlink_to(outside)
    assert refused(root, file("generated/a.md", "one\n")) == {"generated/a.md": "OUT006"}


def test_a_link_inside_the_root_is_a_folder_like_any(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "generated").symlink_to("real")
    write(tmp_path, file("generated/a.md", "one\n"))
    assert (tmp_path / "real/a.md").read_text() == "one\n"
    assert (tmp_path / "generated").is_symlink()


def test_an_orphan_behind_a_link_out_is_not_deleted(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    lay(outside, {"a.md": "one\n"})
    root.mkdir()
    write(root, file("generated/a.md", "one\n"))
    (root / "generated/a.md").unlink()
    (root / "generated").rmdir()
    (root / "generated").symlink_to(outside)
    assert refused(root) == {"generated/a.md": "OUT006"}
    assert tree(outside) == {"a.md": b"one\n"}


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, file("a.md", "one\n"))
    real = os.lstat

    def denied(path: str) -> os.stat_result:
        if path.endswith("a.md"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "lstat", denied)
    report = planned(tmp_path, file("a.md", "two\n"))[1]
    assert [found.code.id for found in report.diagnostics] == ["OUT007"]
    assert "Permission denied" in report.diagnostics[0].message


def test_the_store_may_not_be_elsewhere(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (root / ".autogen").symlink_to(outside)
    with pytest.raises(Exception, match="link out of the workspace"):
        write(root, file("a.md", "one\n"))
    assert tree(outside) == {}
    assert not (root / manifest.FILE).exists()
