"""The controller of a domain that has left the specs."""

from pathlib import Path

from framework import output
from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project
from tests.case import generate

ROUTER = "services/backend/spec/routers/shelves.yaml"


def arrange(root: Path) -> None:
    (root / ROUTER).write_text("operations: {tidy: {rest: {method: POST, path: /tidy}}}\n")
    generate(root)
    (root / ROUTER).unlink()


def act(root: Path, report: Report) -> None:
    project = compile_project(root, report).project
    assert project is not None
    output.plan(root, compile_files(project, report), report)
