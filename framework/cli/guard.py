"""Runs the guard: what the specs have wrong comes first, for without their meaning no code can be judged."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from framework.cli.console import Console, Outcome
from framework.cli.scope import Scope
from framework.diagnostics import Diagnostic, Report
from framework.ir import Project
from framework.lint import budget, lint, recall
from framework.lint.outcome import Outcome as Linted

ROUNDS = 10
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Options:
    fix: bool
    unsafe: bool
    raise_budget: bool


def guard(console: Console, arguments: Namespace, asked: Scope) -> int:
    key = recall.state(console.root)
    project = recall.project(console.root, key)
    report = Report()
    if project is None:
        from framework.pipeline import compile_project

        compiled = compile_project(console.root, report)
        if compiled.project is None:
            outcome = Outcome(len(compiled.tree.files), compiled.tree.lines, notes=(NOT_LOOKED_AT,))
            return console.finish(report.diagnostics, outcome)
        project = compiled.project
        _remember(console, project, report, key)
    options = Options(arguments.fix or arguments.unsafe_fixes, arguments.unsafe_fixes, arguments.raise_budget)
    return _judged(console, project, Asked(asked, options, key if not report.diagnostics else "", report.diagnostics))


NOT_LOOKED_AT = "the code was not looked at: the specs have errors"


@dataclass(frozen=True, slots=True)
class Asked:
    """`warnings` are those of the specs."""

    scope: Scope
    options: Options
    key: str
    warnings: Sequence[Diagnostic]


def _remember(console: Console, project: Project, report: Report, key: str) -> None:
    """Only a project without a finding is kept: the next run would not say it again."""
    if key and not report.diagnostics:
        from framework.output.keep import spare

        spare(console.root, {recall.FILE: recall.entry(project, key)})


def _judged(console: Console, project: Project, asked: Asked) -> int:
    from framework.output.keep import keep, spare

    linted, report = _run(console, project, asked)
    fixed: set[str] = set()
    for _ in range(ROUNDS if asked.options.fix else 0):
        changed = _fix(console, report.diagnostics, asked)
        if not changed:
            break
        fixed.update(changed)
        linted, report = _run(console, project, asked)
    if asked.options.raise_budget:
        keep(console.root, {budget.FILE: budget.text(linted.used).encode()})
        linted, report = _run(console, project, asked)
    spare(console.root, {path: text.encode() for path, text in linted.kept.items()})
    return _finish(console, asked, linted, (report.diagnostics, sorted(fixed)))


def _run(console: Console, project: Project, asked: Asked) -> tuple[Linted, Report]:
    report = Report()
    for found in asked.warnings:
        report.keep(found)
    return lint(project, console.root, asked.scope.paths, report, asked.key), report


def _fix(console: Console, found: Sequence[Diagnostic], asked: Asked) -> list[str]:
    from framework.output import amend

    fixes = [
        one.fix
        for one in found
        if one.fix and (one.fix.safe or asked.options.unsafe) and _shown(one, asked) and one not in asked.warnings
    ]
    return amend(console.root, fixes)


def _shown(found: Diagnostic, asked: Asked) -> bool:
    """The budget is of the whole workspace, so it is told whatever was asked for."""
    return asked.scope.holds(found.span.file) or found.span.file == budget.FILE


def _finish(console: Console, asked: Asked, linted: Linted, result: tuple[list[Diagnostic], list[str]]) -> int:
    found, fixed = result
    shown = [one for one in found if _shown(one, asked)]
    notes = [f"'{path}' holds no code that the guard looks at" for path in asked.scope.strangers(linted.files)]
    if len(shown) < len(found):
        notes.append(f"not shown: {len(found) - len(shown)} findings in other files")
    if fixed:
        more = f" and {len(fixed) - SHOWN} more" if len(fixed) > SHOWN else ""
        notes.append(f"repaired {', '.join(fixed[:SHOWN])}{more}")
    extra: dict[str, object] = {"fixed": {"files": fixed}} if asked.options.fix else {}
    count = sum(asked.scope.holds(file) for file in linted.files)
    done = "" if shown else f"{count} {'file' if count == 1 else 'files'} checked, nothing bypasses the specs"
    return console.finish(shown, Outcome(len(linted.files), linted.lines, extra, done, tuple(notes)))
