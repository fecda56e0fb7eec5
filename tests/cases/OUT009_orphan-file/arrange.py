"""What made a file is gone from the specs."""

from pathlib import Path

from framework import output, source
from framework.diagnostics import Report
from framework.files import File, FileSet

PAGE = File("services/backend/src/generated/OPERATIONS.md", "# ping\n", "owned", "pages", "service backend / page")


def arrange(root: Path) -> None:
    report = Report()
    output.apply(output.plan(root, FileSet([PAGE]), report), source.read(root, report), report)


def act(root: Path, report: Report) -> None:
    """A whole workspace would name the file in other pages, too, and so have two findings."""
    output.drift(output.plan(root, FileSet(), report), report)
