"""Applies safe fixes until none is left. One round is not enough: fixes that touch wait for each other, and a name
that was put right can show what else was wrong."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from framework.cli.modeline import modeline
from framework.cli.scope import Scope
from framework.diagnostics import Diagnostic, Report
from framework.pipeline import Compiled, compile_project

ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Repaired:
    """How the workspace stands afterwards; `faults` counts the findings that are gone, `files` names what changed."""

    compiled: Compiled
    diagnostics: list[Diagnostic]
    faults: int
    files: tuple[str, ...]


def repair(root: Path, scope: Scope) -> Repaired:
    from framework.output import amend

    compiled, found = _check(root)
    faults, files = 0, set[str]()
    for _ in range(ROUNDS):
        fixable = [one for one in found if one.fix and one.fix.safe and _inside(one, scope)]
        fixes = [one.fix for one in fixable if one.fix]
        lines = [modeline(root, file) for file in compiled.tree.files if scope.holds(file.path)]
        changed = amend(root, [*fixes, *(line for line in lines if line)])
        if not changed:
            break
        files.update(changed)
        before = _known(found)
        compiled, found = _check(root)
        faults += ((before - _known(found)) & _known(fixable)).total()
    return Repaired(compiled, found, faults, tuple(sorted(files)))


def _check(root: Path) -> tuple[Compiled, list[Diagnostic]]:
    report = Report()
    return compile_project(root, report), report.diagnostics


def _inside(found: Diagnostic, scope: Scope) -> bool:
    edits = found.fix.edits if found.fix else ()
    return scope.holds(found.span.file) and all(scope.holds(edit.file) for edit in edits)


def _known(diagnostics: Iterable[Diagnostic]) -> Counter[tuple[str, str, str]]:
    """Findings by what they say: a repair moves the lines of the others."""
    return Counter((one.code.id, one.span.file, one.message) for one in diagnostics)
