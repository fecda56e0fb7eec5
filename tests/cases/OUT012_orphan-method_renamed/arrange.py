"""An operation was renamed: the only one without a body that has its parameters is likely to be it."""

from pathlib import Path

from framework import output
from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project
from tests.case import generate

ROUTER = "services/backend/spec/routers/books.yaml"
PONG = "  pong: {params: [{name: n, type: int, source: query}], rest: {method: GET, path: /pong}}\n"


def arrange(root: Path) -> None:
    asked = (root / ROUTER).read_text()
    (root / ROUTER).write_text(asked + PONG)
    generate(root)
    (root / ROUTER).write_text(asked + PONG.replace("pong", "peng"))


def act(root: Path, report: Report) -> None:
    project = compile_project(root, report).project
    assert project is not None
    output.plan(root, compile_files(project, report), report, stubs="show")
