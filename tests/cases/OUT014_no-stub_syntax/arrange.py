"""A controller in the middle of an edit."""

from pathlib import Path

from framework import output
from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project

CONTROLLER = "services/backend/src/controllers/books.py"


def arrange(root: Path) -> None:
    (root / CONTROLLER).parent.mkdir(parents=True)
    (root / CONTROLLER).write_text("class BooksController:\n    async def ping(self\n")


def act(root: Path, report: Report) -> None:
    project = compile_project(root, report).project
    assert project is not None
    output.plan(root, compile_files(project, report), report, stubs="write")
