"""What `--check` and `--diff` say of a plan instead of carrying it out."""

from collections.abc import Iterator

from framework.diagnostics import Code, Report, Span
from framework.output import manifest
from framework.output.difference import first_difference, unified
from framework.output.planner import Change, Plan

STALE_FILE = Code(
    "OUT008",
    "stale-file",
    "the file is not what the specs say: {what}",
    "Specs and generated files are committed together. Where they differ, a reader or a build believes the wrong one.",
    "run `autogen generate` and commit what it writes",
)
ORPHAN_FILE = Code(
    "OUT009",
    "orphan-file",
    "nothing in the specs makes this file any more",
    "A file that autogen once wrote goes when its cause goes; left behind, it speaks of what is not there.",
    "run `autogen generate`, which deletes it",
)


def drift(plan: Plan, report: Report) -> None:
    """Report every change that a run would make, each kind by its own name."""
    for change in plan.changes:
        if change.action == "delete":
            report.add(ORPHAN_FILE, Span(change.path))
        elif change.action == "move" and change.origin is not None:
            report.add(STALE_FILE, Span(change.path), what=f"it stands at {change.origin.path}")
        elif change.action == "write":
            report.add(STALE_FILE, _place(change), what="it is missing" if change.before is None else "it is outdated")
    quiet = all(change.action == "keep" for change in plan.changes)
    if quiet and not plan.idle:
        report.add(STALE_FILE, Span(manifest.FILE), what="it does not list what there is")


def diff(plan: Plan) -> str:
    """The changes of a plan as a patch."""
    return "".join(line for change in plan.changes for line in _patch(change))


def _place(change: Change) -> Span:
    if change.before is None or change.data is None:
        return Span(change.path)
    return first_difference(change.path, change.before, change.data)


def _patch(change: Change) -> Iterator[str]:
    if change.action in ("keep", "conflict"):
        return
    if change.origin is not None:
        yield from _patch(change.origin)
    after = None if change.action == "delete" else change.data
    yield from unified(change.before, after, change.path)
