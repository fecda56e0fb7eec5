"""The guard over hand-written code: read the files, ask the rules, take off what is allowed. Nothing of it is run.

Its rules are found in `framework.lint.rules`."""

from collections.abc import Sequence
from pathlib import Path

from framework.diagnostics import Report
from framework.ir import Project
from framework.lint import allow, budget
from framework.lint.engine import Engine
from framework.lint.outcome import Outcome
from framework.lint.today import today

__all__ = ["Outcome", "lint"]


def lint(project: Project, root: Path, paths: Sequence[str], report: Report, key: str = "") -> Outcome:
    """The findings of `paths` (files and folders from the root; none of them means all), the workspace resolved whole.

    `key` names the state of the specs; with one, what is known of unchanged files is taken from the cache."""
    engine = Engine(project, root, key)
    checked = engine.check()
    left = allow.apply(checked, today(), report)
    budget.compare(root, left, report)
    return Outcome(tuple(sorted(checked)), engine.modules, engine.kept(), left.used)
