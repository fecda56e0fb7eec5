"""A controller that was written before its newest operation."""

from pathlib import Path

from framework import output
from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project
from tests.case import generate

ROUTER = "services/backend/spec/routers/books.yaml"


def arrange(root: Path) -> None:
    generate(root)
    (root / ROUTER).write_text(
        "operations:\n  ping: {rest: {method: GET, path: /ping}}\n  pong: {rest: {method: GET, path: /pong}}\n"
    )


def act(root: Path, report: Report) -> None:
    project = compile_project(root, report).project
    assert project is not None
    output.plan(root, compile_files(project, report), report)
