"""Runs the command as a user does: a process of its own, with its own streams and surroundings."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import PIPE, CompletedProcess, run
from typing import IO

COMMAND = (sys.executable, "-m", "framework")
ROOT = Path(__file__).parents[3]

MODELS = """\
# What stands on the shelf.
models:
  Book:
    fields:
      title: {type: string, min_length: 1}   # as printed
    variants:
      Read: {}
"""
BOOKS = """\
operations:
  list_books:
    output: list[BookRead]
    rest: {method: GET, path: /books}
"""
SERVICES = "services: [{name: backend, type: python-fastapi}]\n"


def autogen(
    *words: str | bytes, cwd: Path = ROOT, environ: Mapping[str, str] | None = None, stdout: int | IO[str] = PIPE
) -> CompletedProcess[str]:
    """The outcome of a run."""
    env = {**plain(), "PYTHONUTF8": "1", **(environ or {})}
    command = [*COMMAND, *words]
    return run(command, cwd=cwd, env=env, stdout=stdout, stderr=PIPE, check=False, encoding="utf-8", timeout=60)


def plain() -> dict[str, str]:
    """Surroundings without those of the test that would change what is printed, or how it is buffered."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "PYTHON"))}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def lay(root: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A small workspace that is in order, with some files written over it."""
    base: dict[str, str | bytes] = {
        "services.yaml": SERVICES,
        "shared/spec/models.yaml": MODELS,
        "services/backend/spec/routers/books.yaml": BOOKS,
    }
    for path, text in (base | dict(files or {})).items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root
