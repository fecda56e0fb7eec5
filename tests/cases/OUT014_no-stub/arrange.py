"""Methods that are there in another form than a stub would be, and one that another base may bring."""

from pathlib import Path

from framework import output
from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project

BOOKS = """\
from services.backend.src.generated.protocols import BooksControllerProtocol


class BooksController(BooksControllerProtocol):
    def ping(self) -> None:
        return None

    pong = ping
"""
SHELVES = """\
from services.backend.src.generated.protocols import ShelvesControllerProtocol
from shelf import Tidy


class ShelvesController(ShelvesControllerProtocol, Tidy):
    pass
"""


def arrange(root: Path) -> None:
    routers = root / "services/backend/spec/routers"
    with (routers / "books.yaml").open("a") as file:
        file.write("  pong: {rest: {method: GET, path: /pong}}\n")
    (routers / "shelves.yaml").write_text("operations: {tidy: {rest: {method: POST, path: /tidy}}}\n")
    controllers = root / "services/backend/src/controllers"
    controllers.mkdir(parents=True)
    (controllers / "books.py").write_text(BOOKS)
    (controllers / "shelves.py").write_text(SHELVES)


def act(root: Path, report: Report) -> None:
    project = compile_project(root, report).project
    assert project is not None
    output.plan(root, compile_files(project, report), report, stubs="write")
