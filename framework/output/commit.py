"""Carries a plan out, and remembers what would let the next run see that there is nothing to do."""

import contextlib
import os

from framework import symbols
from framework.diagnostics import Report
from framework.output import disk, journal, record, store
from framework.output.members import NO_STUB
from framework.output.planner import Plan
from framework.output.unwritten import Unwritten
from framework.source import SourceTree, cache


def recover(root: str | os.PathLike[str]) -> None:
    """Bring an interrupted run to its end. Called before anything is read that the run may have been changing."""
    root = os.fspath(root)
    if not os.path.lexists(os.path.join(root, journal.FOLDER)):
        return
    try:
        with store.locked(root):
            journal.recover(root)
    except OSError as fault:
        raise Unwritten.because(fault, root) from fault


def apply(plan: Plan, tree: SourceTree, report: Report) -> None:
    """Write what the plan says, all of it or nothing. `tree` and `report` are what it was made from."""
    root = os.fspath(plan.root)
    steps = plan.operations()
    try:
        with store.locked(root):
            if steps:
                journal.carry_out(root, steps)
            with contextlib.suppress(OSError):
                _remember(plan, tree, report)
    except OSError as fault:
        if steps:
            raise Unwritten.because(fault, root) from fault
    except Unwritten:
        # What is remembered only saves time: where nothing is to be written, its place need not be writable.
        if steps:
            raise


def _remember(plan: Plan, tree: SourceTree, report: Report) -> None:
    root = os.fspath(plan.root)
    sources = symbols.render(plan.symbols).encode()
    if disk.read(os.path.join(root, symbols.FILE)) != sources:
        _put(os.path.join(root, symbols.FILE), sources)
    parsed = os.path.join(root, cache.FOLDER)
    os.makedirs(parsed, exist_ok=True)
    wanted = cache.entries(tree)
    for path, text in wanted.items():
        full = os.path.join(root, path)
        if text is not None and not os.path.exists(full):
            _put(full, text.encode())
    for name in os.listdir(parsed):
        if f"{cache.FOLDER}/{name}" not in wanted:
            disk.remove(os.path.join(parsed, name))
    # Why there is no stub is told to who asked for one, and the next run may not.
    kept = [found for found in report.diagnostics if found.code is not NO_STUB]
    record.write(plan, tree, kept, sources)


def _put(path: str, data: bytes) -> None:
    """Not synced, unlike all else: what was cut short is read as none, and made again."""
    beside = path + disk.TEMPORARY
    with open(beside, "wb") as file:
        file.write(data)
    os.replace(beside, path)
