"""A controller with a method whose operation has left the specs, and a helper that never was one."""

from pathlib import Path

from framework import output
from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project
from tests.case import generate

ROUTER = "services/backend/spec/routers/books.yaml"
CONTROLLER = "services/backend/src/controllers/books.py"


def arrange(root: Path) -> None:
    asked = (root / ROUTER).read_text()
    (root / ROUTER).write_text(f"{asked}  pong: {{rest: {{method: GET, path: /pong}}}}\n")
    generate(root)
    with (root / CONTROLLER).open("a") as file:
        file.write("\n    async def peng(self) -> None:\n        return None\n")
    (root / ROUTER).write_text(asked)


def act(root: Path, report: Report) -> None:
    project = compile_project(root, report).project
    assert project is not None
    output.plan(root, compile_files(project, report), report)
