"""A controller that was written before its newest operation."""

from pathlib import Path

from framework import output
from framework.diagnostics import Report
from framework.files import File, FileSet

PATH = "services/backend/src/controllers/books.py"
MEMBERS = ("BooksController.ping", "BooksController.pong")


def arrange(root: Path) -> None:
    controller = root / PATH
    controller.parent.mkdir(parents=True)
    controller.write_text("import os\n\n\nclass BooksController:\n    async def ping(self) -> None: ...\n")


def act(root: Path, report: Report) -> None:
    """No generator of today writes a file that its user then has to complete, so the file is described here."""
    file = File(PATH, "", "seeded", "controllers", "domain backend.books / controller", members=MEMBERS)
    output.plan(root, FileSet([file]), report)
