"""Ends a process before and after every system call of a run, and sees what the next run makes of it.

`python -m tests.unit.output.killer FOLDER MANY` prints what it found as JSON; MANY files the disk is told of at once. A
process of its own, because it forks: each death is real, and nothing of the test that asks is in it.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from framework import source
from framework.diagnostics import Report
from framework.files import File, FileSet
from framework.output import Unwritten, apply, disk, journal, plan, recover
from tests.unit.output.ground import HAND, file, lay, tree

CALLS = (
    "open", "write", "fsync", "close", "replace", "link", "unlink", "rmdir", "mkdir", "chmod", "fchmod", "ftruncate",
)  # fmt: skip
KILLED = 9

BEFORE = (
    file("services/a/src/generated/page.md", "one\n"),
    file("services/a/src/generated/kept.md", "kept\n"),
    file("services/a/AGENTS.md", "seed\n", "seeded"),
    file("services/old/src/generated/page.md", "old\n"),
    file("shared/generated/place.md", "place\n", identity="place"),
)
AFTER = (
    file("services/a/src/generated/page.md", "two\n"),
    file("services/a/src/generated/kept.md", "kept\n"),
    file("services/a/AGENTS.md", "seed\n", "seeded"),
    file("services/new/src/generated/page.md", "new\n"),
    file("shared/generated/other/place.md", "place 2\n", identity="place"),
)


def start(root: Path) -> None:
    lay(root, HAND)
    run(root, BEFORE)


def run(root: Path, files: tuple[File, ...]) -> None:
    report = Report()
    made = plan(root, FileSet(files), report)
    assert not report.failed, report.diagnostics
    apply(made, source.read(root, Report()), report)


def dies(action: Callable[[], None], count: int) -> bool:
    """Carry the action out in a child that ends at the count-th point; whether it came so far."""
    child = os.fork()
    if child == 0:
        try:
            trap(count)
            action()
        except BaseException:  # noqa: BLE001  # the child must not go on as a second parent
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, KILLED), f"the child failed at {count}"
    return status == KILLED


def trap(count: int) -> None:
    """Before and after each call is a point of its own."""
    left = [count]

    def point() -> None:
        left[0] -= 1
        if left[0] == 0:
            os._exit(KILLED)

    def guard(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            point()
            result = real(*arguments, **named)
            point()
            return result

        return call

    for name in CALLS:
        setattr(os, name, guard(getattr(os, name)))


def fail(name: str, count: int) -> None:
    """The count-th call of one function finds the disk full; what undoes the run comes after it."""
    real, left = getattr(os, name), [count]

    def call(*arguments: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(28, "No space left on device", str(arguments[0]))
        return real(*arguments, **named)

    setattr(os, name, call)


class Scene:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.first, self.last, self.root = folder / "first", folder / "last", folder / "root"
        start(self.first)
        shutil.copytree(self.first, self.last)
        run(self.last, AFTER)
        self.old, self.new = tree(self.first), tree(self.last)
        assert self.old != self.new
        self.found = {"points": 0, "old": 0, "new": 0, "pending": 0, "second deaths": 0, "failures": 0}

    def again(self) -> bool:
        """The tree before the run, for the next of many."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.first, self.root)
        return True

    def judge(self, count: object) -> None:
        """The tree that a death has left, and the one after the next run."""
        root = self.root
        for path, text in HAND.items():
            assert (root / path).read_text() == text, (count, path)
        state = tree(root)
        pending = journal.is_pending(str(root))
        bare = {path: data for path, data in state.items() if not path.startswith(journal.FOLDER)}
        assert pending or bare in (self.old, self.new), (count, sorted(bare))
        self.found["pending" if pending else "old" if bare == self.old else "new"] += 1

    def mended(self, count: object) -> None:
        root = self.root
        recover(root)
        assert not (root / journal.FOLDER).exists(), count
        assert tree(root) in (self.old, self.new), (count, sorted(tree(root)))
        run(root, AFTER)
        assert tree(root) == self.new, (count, sorted(tree(root)))


def deaths(scene: Scene) -> None:
    """Every point of a run; and where the run was to be completed, every other point of that."""
    count = 1
    while scene.again() and dies(lambda: run(scene.root, AFTER), count):
        scene.found["points"] += 1
        scene.judge(count)
        if journal.is_pending(str(scene.root)) and count % 8 == 0:
            second_deaths(scene, count)
        scene.mended(count)
        count += 1


def second_deaths(scene: Scene, count: int) -> None:
    kept = scene.folder / "kept"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(scene.root, kept)
    second = 1
    while dies(lambda: recover(scene.root), second):
        scene.found["second deaths"] += 1
        scene.judge((count, second))
        scene.mended((count, second))
        shutil.rmtree(scene.root)
        shutil.copytree(kept, scene.root)
        second += 5


def failures(scene: Scene) -> None:
    """A disk that refuses the n-th call leaves the old tree, also when the undoing is ended half-way."""
    for name in ("replace", "mkdir", "link", "unlink", "write"):
        count = 1
        while refuses(scene, name, count):
            scene.found["failures"] += 1
            count += 1


def refuses(scene: Scene, name: str, count: int) -> bool:
    result = scene.folder / "result"
    result.unlink(missing_ok=True)
    root = scene.root
    scene.again()

    def action() -> None:
        fail(name, count)
        try:
            run(root, AFTER)
        except Unwritten as fault:
            result.write_text(fault.message)

    dies(action, 0)
    if not result.exists():
        # Beyond the last call of the run, or at one that only saves time.
        scene.mended((name, count))
        return tree(root) == scene.new and count < 4
    assert "No space left on device" in result.read_text(), result.read_text()
    assert tree(root) == scene.old, (name, count, sorted(tree(root)))
    assert not (root / journal.FOLDER).exists()
    point = 1
    while scene.again() and dies(action, point):
        scene.judge((name, count, point))
        scene.mended((name, count, point))
        point += 9
    return True


if __name__ == "__main__":
    disk.MANY = int(sys.argv[2])
    made = Scene(Path(sys.argv[1]))
    deaths(made)
    failures(made)
    print(json.dumps(made.found))
