"""A workspace whose files are named by the test, and not by generators: no folder of specs could reach all of this."""

import os
from pathlib import Path

from framework import source
from framework.diagnostics import Report
from framework.files import Class, File, FileSet
from framework.output import Plan, apply, plan

HAND = {"notes.md": "by hand\n", "services/a/src/main.py": "print()\n", "services/a/src/generated/notes.txt": "mine\n"}
"""What people wrote: no run may touch it."""

STORE = (".autogen/cache", ".autogen/lock", ".autogen/.gitignore", ".autogen/sources")


def file(path: str, text: str, kind: Class = "owned", identity: str = "", members: tuple[str, ...] = ()) -> File:
    return File(path, text, kind, "maker", identity or f"thing {path}", members=members)


def lay(root: Path, texts: dict[str, str]) -> None:
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())


def planned(root: Path, *files: File, restore: tuple[str, ...] = ()) -> tuple[Plan, Report]:
    report = Report()
    return plan(root, FileSet(files), report, restore), report


def write(root: Path, *files: File, restore: tuple[str, ...] = ()) -> dict[str, str]:
    """Plan and carry out; the actions by path, without what is kept."""
    made, report = planned(root, *files, restore=restore)
    assert not report.failed, report.diagnostics
    apply(made, source.read(root, Report()), report)
    return {change.path: change.action for change in made.changes if change.action != "keep"}


def refused(root: Path, *files: File) -> dict[str, str]:
    """The codes of what stops a plan, by file."""
    before = tree(root)
    made, report = planned(root, *files)
    assert report.failed
    assert {change.action for change in made.changes} <= {"conflict", "write", "delete", "keep", "move"}
    assert tree(root) == before
    return {found.span.file: found.code.id for found in report.diagnostics}


def tree(root: Path) -> dict[str, bytes]:
    """Every file that counts, by its path; a link by where it leads; a folder that is empty as nothing."""
    found: dict[str, bytes] = {}
    for folder, folders, names in os.walk(root):
        inside = Path(folder).relative_to(root).as_posix()
        if not folders and not names and inside != "." and not inside.startswith(STORE):
            found[f"{inside}/"] = b""
        for name in names:
            path = Path(folder, name)
            shown = path.relative_to(root).as_posix()
            if not shown.startswith(STORE):
                found[shown] = os.readlink(path).encode() if path.is_symlink() else path.read_bytes()
    return found


def times(root: Path) -> dict[str, tuple[int, int]]:
    """When each file and folder was last touched."""
    paths = [root, *root.rglob("*")]
    return {str(path.relative_to(root)): (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in paths}
