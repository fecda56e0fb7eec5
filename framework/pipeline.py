"""The compiler on one page."""

from dataclasses import dataclass
from pathlib import Path

from framework import lower, source, spec
from framework.diagnostics import Report
from framework.files import FileSet
from framework.ir import Project
from framework.source import SourceTree
from framework.spec import forms


@dataclass(frozen=True, slots=True)
class Compiled:
    """A workspace that was read: `project` is None where something in it is an error."""

    tree: SourceTree
    project: Project | None


def compile_project(root: Path, report: Report) -> Compiled:
    """From the files to their meaning. Every fault of the workspace is in the report."""
    tree = source.read(root, report)
    modern = forms.rewrite(tree, report)
    checked = spec.validate(modern, report)
    project = lower.lower(checked, modern, report)
    return Compiled(tree, None if report.failed else project)


def compile_files(project: Project, report: Report) -> FileSet:
    """From the meaning to the files that say it in code."""
    from framework import emit  # here, so that checking alone loads no generator

    return emit.emit(project, report)
