"""Schemas and errors of a workspace, generated into a folder and used by a process of their own.

Every workspace calls its package `shared`, so no two of them fit into one process.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project
from tests.repository import ROOT

FEATURES = ROOT / "tests" / "features"
EXAMPLES = ROOT / "spec_examples"
OURS = ("schemas", "errors")


def features() -> list[str]:
    return sorted(folder.name for folder in FEATURES.glob("schema-*"))


def generated(spec: Path) -> dict[str, str]:
    """The files of our two generators, by their paths."""
    report = Report()
    project = compile_project(spec, report).project
    assert project is not None, [found.message for found in report.diagnostics]
    return {path: file.text for path, file in compile_files(project, Report()).items() if file.generator in OURS}


def lay(spec: Path, root: Path) -> Path:
    for path, text in generated(spec).items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return root


def ask(root: Path, program: str, given: object = None) -> Any:
    """What a program prints as JSON, run where the generated package can be imported. It finds `given` in its input."""
    path = os.pathsep.join((str(root), str(ROOT)))
    command = (sys.executable, "-W", "error", "-c", program)
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": path},
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
