"""Runs the guard: what the specs have wrong comes first, for without their meaning no code can be judged."""

from argparse import Namespace

from framework.cli.console import Console, Outcome
from framework.cli.scope import Scope
from framework.diagnostics import Report
from framework.lint import budget, lint
from framework.lint.outcome import Outcome as Linted
from framework.pipeline import compile_project

ROUNDS = 10


def guard(console: Console, arguments: Namespace, asked: Scope) -> int:
    report = Report()
    compiled = compile_project(console.root, report)
    if compiled.project is None:
        found = report.diagnostics
        notes = ("the code was not looked at: the specs have errors",)
        return console.finish(found, Outcome(len(compiled.tree.files), compiled.tree.lines, notes=notes))
    linted = lint(compiled.project, console.root, asked.paths, report)
    return _finish(console, asked, linted, report)


def _finish(console: Console, asked: Scope, linted: Linted, report: Report) -> int:
    found = report.diagnostics
    shown = [one for one in found if asked.holds(one.span.file) or one.span.file == budget.FILE]
    notes = [f"'{path}' holds no code that the guard looks at" for path in asked.strangers(linted.files)]
    if len(shown) < len(found):
        notes.append(f"not shown: {len(found) - len(shown)} findings in other files")
    count = sum(asked.holds(file) for file in linted.files)
    done = "" if shown else f"{count} {'file' if count == 1 else 'files'} checked, nothing bypasses the specs"
    return console.finish(shown, Outcome(len(linted.files), linted.lines, {}, done, tuple(notes)))
