"""`autogen generate`: write what the specs say.

Whatever is asked for, a run goes the same way up to its plan, and only the last step differs: carry the plan out,
report it, print it. Before all that stands the fingerprint, and until it has said that something changed nothing but
the standard library is loaded.
"""

import os
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framework.cli.command import Command, strict
from framework.cli.console import Console, Outcome
from framework.cli.refusal import Refusal

if TYPE_CHECKING:
    from framework.diagnostics import Report
    from framework.output import Plan
    from framework.output.seeds import Stubs
    from framework.source import SourceTree

SHOWN = 30
WRITING = (None, "watch")
PAST = {"write": "written", "move": "moved", "delete": "deleted"}
EXAMPLE = """\
autogen generate                                      write what changed
autogen generate --check                              fail where files differ from the specs; for CI
autogen generate --diff                               show what a run would change
autogen generate --restore services/backend           put hand edits of generated files aside and go on
autogen generate --add-stubs                          put a stub of each new operation into its controller
autogen generate --watch                              run at every change of a spec"""


@dataclass(frozen=True, slots=True)
class Run:
    """A run that came as far as its plan."""

    console: Console
    tree: "SourceTree"
    report: "Report"
    plan: "Plan"

    def finish(self, done: str = "", **extra: object) -> int:
        kept = {"changes": _changes(self.plan), **extra}
        return self.console.finish(self.report.diagnostics, Outcome(len(self.tree.files), self.lines, kept, done))

    def lines(self, path: str) -> Sequence[str]:
        return self.tree.lines(path) or _lines(self.console, path)


def _arguments(parser: ArgumentParser) -> None:
    modes = parser.add_mutually_exclusive_group()
    for name, help_ in (
        ("check", "write nothing; fail where a file differs from what the specs say"),
        ("diff", "write nothing; print the difference and fail where there is one"),
        ("dry-run", "write nothing; print the plan"),
        ("watch", "run at every change of a spec, until Ctrl-C"),
    ):
        modes.add_argument(f"--{name}", dest="mode", action="store_const", const=name, help=help_)
    parser.add_argument(
        "--restore",
        metavar="PATH",
        action="append",
        default=[],
        help="write this file, or all in this folder, as the specs say; what stands there goes to .autogen/rescue",
    )
    parser.add_argument(
        "--add-stubs", action="store_true", help="add to controllers the methods that the specs ask for and they lack"
    )
    strict(parser)


def _run(arguments: Namespace, console: Console) -> int:
    from framework.output import Unwritten, fingerprint

    if arguments.mode == "watch":
        return _watch(arguments, console)
    whole = arguments.restore or arguments.add_stubs
    known = None if whole else fingerprint.recall(str(console.root))
    if known is not None:
        return _nothing_to_do(known, console)
    try:
        run = _planned(arguments, console)
        if run.report.failed or (console.strict and run.report.diagnostics):
            return run.finish()
        return LAST[arguments.mode](run)
    except Unwritten as fault:
        raise Refusal(fault.message, fault.hint) from fault


def _nothing_to_do(known: dict[str, Any], console: Console) -> int:
    from framework.output.findings import unpack

    changes = [{"path": p, "action": "keep", "class": kind, "generator": made} for p, kind, made in known["written"]]
    done = _idle(len(changes))
    outcome = Outcome(known["files"], lambda path: _lines(console, path), {"changes": changes}, done)
    return console.finish(unpack(known["diagnostics"]), outcome)


def _planned(arguments: Namespace, console: Console) -> Run:
    from framework import output, pipeline
    from framework.diagnostics import Report

    report = Report()
    if arguments.mode in WRITING:
        output.recover(console.root)
    compiled = pipeline.compile_project(console.root, report)
    plan = output.Plan(console.root)
    if compiled.project is not None:
        files = pipeline.compile_files(compiled.project, report)
        if not report.failed:
            asked = _asked(console, arguments.restore)
            paths = [path for paths in asked.values() for path in paths]
            plan = output.plan(console.root, files, report, paths, _stubs(arguments))
            _demand(asked, plan)
    return Run(console, compiled.tree, report, plan)


def _stubs(arguments: Namespace) -> "Stubs":
    if not arguments.add_stubs:
        return "none"
    return "write" if arguments.mode in WRITING else "show"


def _asked(console: Console, words: Iterable[str]) -> dict[str, list[str]]:
    """Each path that was typed, as it reads from the current folder and from the root."""
    found: dict[str, list[str]] = {}
    for word in words:
        places = (os.path.abspath(word), os.path.join(console.root, word))
        ways = (os.path.relpath(os.path.normpath(place), console.root) for place in places)
        found[word] = [way.replace(os.sep, "/") for way in ways if way.split(os.sep)[0] != os.pardir]
    return found


def _demand(asked: dict[str, list[str]], plan: "Plan") -> None:
    from framework.output.planner import covers

    paths = [change.path for change in plan.changes]
    for word, ways in asked.items():
        if plan.changes and not any(covers(way, path) for way in ways for path in paths):
            raise Refusal(f"--restore: autogen writes no file '{word}'", "see `autogen generate --dry-run`")


def _apply(run: Run) -> int:
    from framework import output
    from framework.output import fingerprint

    # What was asked for may have made a whole run of one that has nothing to do; nothing is remembered anew then.
    if not (run.plan.idle and fingerprint.recall(str(run.console.root))):
        output.apply(run.plan, run.tree, run.report)
    return run.finish(_told(run.plan, SHOWN))


def _check(run: Run) -> int:
    from framework import output

    output.drift(run.plan, run.report)
    return run.finish(_told(run.plan, 0))


def _diff(run: Run) -> int:
    from framework import output

    if run.plan.idle:
        return run.finish(_told(run.plan, 0))
    patch = output.diff(run.plan)
    if run.console.format != "text" or not patch:
        # For a program, and where only the manifest would change, drift is told as `--check` tells it.
        output.drift(run.plan, run.report)
        return run.finish(diff=patch)
    run.console.show(patch)
    run.finish()
    return 1


def _dry_run(run: Run) -> int:
    return run.finish(_told(run.plan, len(run.plan.changes), " would be"))


LAST: dict[str | None, Callable[[Run], int]] = {None: _apply, "check": _check, "diff": _diff, "dry-run": _dry_run}


def _told(plan: "Plan", shown: int, would: str = "") -> str:
    """A line for each change, and one for all of them."""
    moved = [change for change in plan.changes if change.action != "keep"]
    if plan.idle:
        return _idle(len(plan.changes))
    lines = [f"{change.action:8}{change.path}" for change in moved[:shown]]
    lines += [f"and {len(moved) - shown} more"] if len(moved) > shown > 0 else []
    counted = [(sum(one.action == action for one in moved), past) for action, past in PAST.items()]
    parts = [f"{number}{would} {past}" for number, past in counted if number]
    return "\n".join([*lines, ", ".join([*parts, f"{len(plan.changes) - len(moved)} unchanged"])])


def _idle(files: int) -> str:
    return f"nothing to do: {files} {'file is' if files == 1 else 'files are'} as the specs say"


def _changes(plan: "Plan") -> list[dict[str, str]]:
    return [
        {"path": one.path, "action": one.action, "class": one.kind, "generator": one.generator}
        | ({"from": one.origin.path} if one.origin else {})
        for one in plan.changes
    ]


def _lines(console: Console, path: str) -> Sequence[str]:
    """A file that is no spec, such as a generated one that was edited."""
    import re

    try:
        with open(os.path.join(console.root, path), "rb") as file:
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ()
    return re.split("\r\n|\n|\r", text.removeprefix("\ufeff"))


def _watch(arguments: Namespace, console: Console) -> int:
    """A line for every run. An error leaves the files as the last good run has written them."""
    import gc

    from framework.cli.watch import watch

    if console.format != "text":
        raise Refusal("--watch prints text only", "leave out --output")
    # A command that ends soon does without; this one stays.
    gc.enable()
    console.say(f"watching the specs of {console.root}; Ctrl-C ends it")
    watch(console.root, lambda: console.say(f"{time.strftime('%H:%M:%S')} {_round(arguments, console)}"))
    return 0


def _round(arguments: Namespace, console: Console) -> str:
    from framework import output

    try:
        run = _planned(arguments, console)
        wrong = [one for one in run.report.diagnostics if console.strict or one.code.severity == "error"]
        if wrong:
            first = wrong[0]
            place = f"{first.span.file}:{first.span.line}:{first.span.column}"
            count = "1 finding" if len(wrong) == 1 else f"{len(wrong)} findings"
            return f"{count}, nothing written; the first: {place}: {first.code.id} {first.message}"
        output.apply(run.plan, run.tree, run.report)
        return _told(run.plan, 0)
    except output.Unwritten as fault:
        return fault.message


COMMAND = Command("generate", "write what the specs say", EXAMPLE, _arguments, _run)
