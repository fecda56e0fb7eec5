"""Carries out many steps as if they were one: a process that is killed anywhere leaves the old tree, the new one, or
one that the next run completes.

First all new bytes are staged beside the journal, and all old ones linked there. Then `forward.json` appears, in one
rename: from here on the run is going to be completed, by this process or the next. Where the disk refuses a step,
`forward.json` becomes `back.json`, again in one rename, and from there on the run is going to be undone. A step is
carried out only on the bytes that it was planned for: what a person wrote in the meantime stays.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from framework.output import disk
from framework.output.paths import is_inside
from framework.output.unwritten import Unwritten

FOLDER = ".autogen/journal"
FORWARD = "forward.json"
BACK = "back.json"
CACHE = "__pycache__"


@dataclass(frozen=True, slots=True)
class Operation:
    """Write `data` to a path, or delete what is there where `data` is None. `before` is what the path was seen to
    hold."""

    path: str
    before: bytes | None
    data: bytes | None
    executable: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """An operation in the journal: digests in place of the bytes, which lie beside it as `new.<n>` and `old.<n>`."""

    number: int
    path: str
    before: str | None
    after: str | None

    def told(self) -> dict[str, Any]:
        return {"number": self.number, "path": self.path, "before": self.before, "after": self.after}


@dataclass(frozen=True, slots=True)
class Journal:
    """`made` are the folders that the steps will make, outermost first."""

    root: str
    steps: tuple[Step, ...]
    made: tuple[str, ...]

    def at(self, path: str) -> str:
        return os.path.join(self.root, path)

    def new(self, step: Step) -> str:
        return os.path.join(self.root, FOLDER, f"new.{step.number}")

    def old(self, step: Step) -> str:
        return os.path.join(self.root, FOLDER, f"old.{step.number}")


def carry_out(root: str, operations: Sequence[Operation]) -> None:
    if is_pending(root):
        raise Unwritten("nothing was written: another run was interrupted in the meantime", "run it again")
    try:
        journal = _stage(root, operations)
    except OSError as fault:
        _clear(root)
        raise Unwritten.because(fault, root) from fault
    except BaseException:
        _clear(root)
        raise
    _forward(journal)


def is_pending(root: str) -> bool:
    """Whether a run was interrupted after it had begun to change files."""
    return any(os.path.exists(os.path.join(root, FOLDER, name)) for name in (FORWARD, BACK))


def recover(root: str) -> None:
    """Complete or undo what an interrupted run has begun; drop what it has only prepared."""
    if os.path.exists(os.path.join(root, FOLDER, FORWARD)):
        _forward(_load(root, FORWARD))
    elif os.path.exists(os.path.join(root, FOLDER, BACK)):
        with _unfinished(root):
            _back(_load(root, BACK))
    elif os.path.exists(os.path.join(root, FOLDER)):
        _clear(root)


def _stage(root: str, operations: Sequence[Operation]) -> Journal:
    folder = os.path.join(root, FOLDER)
    _clear(root)
    os.mkdir(folder)
    together = disk.TOGETHER and len(operations) >= disk.MANY
    steps = tuple(_staged(root, number, each, lasting=not together) for number, each in enumerate(operations))
    if together:
        disk.sync_all(folder)
    # A path may be left and taken again in one run, so whatever is deleted goes first.
    ordered = tuple(sorted(steps, key=lambda step: step.after is not None))
    journal = Journal(root, ordered, _missing_folders(root, ordered))
    entry = {"steps": [step.told() for step in ordered], "made": journal.made}
    disk.sync(folder)
    disk.overwrite(os.path.join(folder, FORWARD), json.dumps(entry).encode())
    disk.sync(folder)
    return journal


def _staged(root: str, number: int, operation: Operation, *, lasting: bool) -> Step:
    target = os.path.join(root, operation.path)
    before = None if operation.before is None else disk.digest(operation.before)
    after = None if operation.data is None else disk.digest(operation.data)
    stands = _digest(target)
    step = Step(number, operation.path, before, after)
    if stands not in (before, after):
        raise Unwritten(f"nothing was written: {operation.path} changed in the meantime", "run it again")
    journal = Journal(root, (), ())
    mode = None
    if stands is not None:
        mode = os.stat(target).st_mode & 0o7777
        _keep(target, journal.old(step), mode)
    if operation.data is not None:
        disk.create(journal.new(step), operation.data, mode, lasting=lasting)
        if operation.executable and mode is None:
            readers = os.stat(journal.new(step)).st_mode
            os.chmod(journal.new(step), readers | (readers & 0o444) >> 2)
    return step


def _keep(target: str, copy: str, mode: int) -> None:
    """The old bytes under a second name: files are replaced and never written in place, so a link is enough."""
    try:
        os.link(target, copy)
    except OSError:
        disk.create(copy, disk.read(target) or b"", mode)


def _forward(journal: Journal) -> None:
    try:
        kept = {folder for step in journal.steps if step.after is not None for folder in _above(step.path)}
        for step in journal.steps:
            _do(journal, step)
            if step.after is None:
                _drop_empty(journal, step.path, kept)
        _settle(journal)
        _clear(journal.root)
    except OSError as fault:
        folder = journal.at(FOLDER)
        with _unfinished(journal.root):
            os.replace(os.path.join(folder, FORWARD), os.path.join(folder, BACK))
            disk.sync(folder)
            _back(journal)
        raise Unwritten.because(fault, journal.root) from fault


@contextlib.contextmanager
def _unfinished(root: str) -> Iterator[None]:
    """A disk that refuses even the undoing: nothing is lost, and the journal is still there."""
    try:
        yield
    except OSError as fault:
        raise Unwritten.because(fault, root, "interrupted while writing") from fault


def _do(journal: Journal, step: Step) -> None:
    target, new = journal.at(step.path), journal.new(step)
    stands = _digest(target)
    if step.after is None:
        if stands is not None and stands == step.before:
            os.unlink(target)
    elif os.path.exists(new) and stands in (step.before, step.after):
        _arrive(new, target)


def _arrive(new: str, target: str) -> None:
    """Most folders are there already, so that nobody asks first."""
    try:
        disk.replace(new, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        disk.replace(new, target)


def _back(journal: Journal) -> None:
    for step in reversed(journal.steps):
        target, old = journal.at(step.path), journal.old(step)
        if _digest(target) != step.after:
            continue
        if os.path.exists(old):
            os.makedirs(os.path.dirname(target), exist_ok=True)
            disk.replace(old, target)
        elif step.before is None:
            disk.remove(target)
    for folder in reversed(journal.made):
        with contextlib.suppress(OSError):
            os.rmdir(journal.at(folder))
    _settle(journal)
    _clear(journal.root)


def _settle(journal: Journal) -> None:
    folders = sorted({"", *(folder for step in journal.steps for folder in _above(step.path))})
    if disk.TOGETHER and len(folders) >= disk.MANY:
        disk.sync_all(journal.root)
        return
    for folder in folders:
        disk.sync(journal.at(folder))


def _clear(root: str) -> None:
    """The journal goes first: one whose staged bytes are gone would look like one that was carried out."""
    folder = os.path.join(root, FOLDER)
    for name in (FORWARD, BACK):
        if os.path.exists(os.path.join(folder, name)):
            os.unlink(os.path.join(folder, name))
    with contextlib.suppress(OSError):
        disk.sync(folder)
    shutil.rmtree(folder, ignore_errors=True)


def _load(root: str, name: str) -> Journal:
    path = os.path.join(root, FOLDER, name)
    try:
        entry = json.loads(disk.read(path) or b"")
        steps, made = tuple(Step(**step) for step in entry["steps"]), tuple(entry["made"])
        if not all(is_inside(path) for path in (*made, *(step.path for step in steps))):
            raise ValueError("a step leads out of the workspace")
        return Journal(root, steps, made)
    except (ValueError, TypeError, KeyError) as fault:
        hint = "look at what `git status` shows, repair it by hand, then delete the folder .autogen/journal"
        raise Unwritten(f"nothing was written: {FOLDER}/{name} is damaged", hint) from fault


def _missing_folders(root: str, steps: Sequence[Step]) -> tuple[str, ...]:
    wanted = {folder for step in steps if step.after is not None for folder in _above(step.path)}
    return tuple(sorted(folder for folder in wanted if not os.path.isdir(os.path.join(root, folder))))


def _above(path: str) -> list[str]:
    """The folders on the way to a path, outermost first."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]


def _drop_empty(journal: Journal, path: str, kept: set[str]) -> None:
    for folder in reversed(_above(path)):
        full = journal.at(folder)
        if folder in kept or not _is_empty(full):
            return
        shutil.rmtree(os.path.join(full, CACHE), ignore_errors=True)
        with contextlib.suppress(FileNotFoundError):
            os.rmdir(full)


def _is_empty(folder: str) -> bool:
    """Whether nothing is in a folder but what Python keeps of modules that are gone; one that is gone itself is."""
    try:
        return set(os.listdir(folder)) <= {CACHE}
    except FileNotFoundError:
        return True


def _digest(path: str) -> str | None:
    data = disk.read(path)
    return None if data is None else disk.digest(data)
