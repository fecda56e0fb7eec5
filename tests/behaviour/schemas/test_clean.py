"""What is generated reads as if a careful person wrote it, and says what it said before."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.behaviour.schemas.workspace import EXAMPLES, FEATURES, features, lay
from tests.repository import ROOT

SPECS = [
    *sorted(EXAMPLES.glob("*/services.y*ml")),
    *(FEATURES / name / "spec" / "services.yaml" for name in features()),
]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every example and every feature, each in a folder of its own."""
    root = tmp_path_factory.mktemp("clean")
    for spec in SPECS:
        lay(spec.parent, root / f"{spec.parent.parent.name}_{spec.parent.name}")
    return root


def test_the_formatter_changes_nothing(everything: Path) -> None:
    formatted(everything)


def test_the_linter_finds_nothing(everything: Path) -> None:
    linted(everything)


@pytest.mark.slow
def test_the_type_checker_finds_nothing(everything: Path) -> None:
    cache = everything.with_name("types")
    for root in sorted(everything.iterdir()):
        options = ("--strict", "--explicit-package-bases", "--namespace-packages", f"--cache-dir={cache}")
        run(root, sys.executable, "-m", "mypy", "--config-file=", *options, ".")


USED = """
import uuid
from typing import assert_type
from pydantic import MISSING
from shared.generated import errors, schemas

note = schemas.NoteCreate(must="m", nullable=None, wire="x", tags=["a"])
assert_type(note.wire, str)
assert_type(schemas.NoteRead(id=uuid.uuid4(), must="m", nullable=None).count, int)
update = schemas.NoteUpdate(both=None)
if update.must is not MISSING:
    assert_type(update.must, str)
schemas.NoteCreate(must=1, nullable=None)  # type: ignore[arg-type]
schemas.NoteCreate(nullable=None)  # type: ignore[call-arg]
try:
    raise errors.Gone
except errors.TitleTaken as fault:
    assert_type(fault.wanted, str)
"""


@pytest.mark.slow
@pytest.mark.parametrize("plugins", ["", "plugins = pydantic.mypy\n[pydantic-mypy]\ninit_typed = true\n"])
def test_type_checkers_know_how_classes_are_made(plugins: str, tmp_path: Path) -> None:
    lay(FEATURES / "schema-states" / "spec", tmp_path)
    (tmp_path / "used.py").write_text(USED)
    (tmp_path / "mypy.ini").write_text(f"[mypy]\nstrict = true\n{plugins}")
    options = ("--explicit-package-bases", "--namespace-packages", f"--cache-dir={tmp_path / 'types'}")
    run(tmp_path, sys.executable, "-m", "mypy", "--config-file=mypy.ini", *options, "used.py")


def test_everything_can_be_imported(everything: Path) -> None:
    for root in sorted(everything.iterdir()):
        paths = (path.relative_to(root).with_suffix("") for path in sorted(root.rglob("*.py")))
        modules = [".".join(path.parts) for path in paths]
        run(root, sys.executable, "-W", "error", "-c", f"import {', '.join(modules)}")


def formatted(folder: Path) -> None:
    ruff(folder, "format", "--check", "--isolated", "--line-length=120", "--target-version=py311")


def linted(folder: Path) -> None:
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]
    chosen = (f"--select={','.join(lint['select'])}", f"--ignore={','.join(lint['ignore'])}")
    ruff(folder, "check", "--isolated", "--line-length=120", "--target-version=py311", *chosen)


def ruff(folder: Path, *arguments: str) -> None:
    for root in sorted(folder.iterdir()):
        run(root, sys.executable, "-m", "ruff", arguments[0], "--no-cache", *arguments[1:], ".")


def run(root: Path, *command: str) -> None:
    done = subprocess.run(
        command,
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    assert done.returncode == 0, done.stdout + done.stderr
