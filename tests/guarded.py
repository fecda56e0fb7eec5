"""What the guard finds in a small workspace with some files laid over it.

A case of `tests/lint/<CODE>_<slug>` is a folder with `project/`, laid over `tests/lint_base/`, and the diagnostics
found there. One that is called `clean_<slug>` holds code that nothing is wrong with. An `arrange.py` beside `project/`
makes what no repository can hold: `def arrange(root: Path) -> None`. The day is `DAY`, whatever day it is.
"""

import os
import runpy
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from framework.diagnostics import Diagnostic, Report
from framework.lint import lint
from framework.lint.today import VARIABLE
from framework.pipeline import compile_project
from tests.case import line

BASE = Path(__file__).parent / "lint_base"
CASES = Path(__file__).parent / "lint"
CLEAN = "clean"
DAY = "2026-06-01"


@dataclass(frozen=True)
class Guarded:
    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def code(self) -> str:
        return self.name.split("_")[0]

    @property
    def expected(self) -> Path:
        return self.folder / "expected" / "diagnostics.txt"

    def outcome(self, scratch: Path) -> str:
        """A line for each diagnostic."""
        root = scratch / "workspace"
        shutil.copytree(BASE, root)
        if (self.folder / "project").is_dir():
            shutil.copytree(self.folder / "project", root, dirs_exist_ok=True)
        if (self.folder / "arrange.py").exists():
            runpy.run_path(str(self.folder / "arrange.py"))["arrange"](root)
        return "".join(f"{line(found)}\n" for found in guarded(root))


def guarded_cases() -> list[Guarded]:
    folders = sorted(CASES.iterdir()) if CASES.is_dir() else []
    return [Guarded(folder) for folder in folders if folder.is_dir() and folder.name != "__pycache__"]


def guarded(root: Path) -> list[Diagnostic]:
    """What is wrong with the specs or, where nothing is, with the code."""
    report = Report()
    compiled = compile_project(root, report)
    if compiled.project is not None:
        with _on(DAY):
            lint(compiled.project, root, (), report)
    return report.diagnostics


@contextmanager
def _on(day: str) -> Iterator[None]:
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = day
    try:
        yield
    finally:
        del os.environ[VARIABLE]
        if before is not None:
            os.environ[VARIABLE] = before
