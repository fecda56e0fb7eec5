"""The changes that CONTRIBUTING.md shows are applied to a copy of the compiler, and what they add is run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DIFFS = re.findall(r"^```diff\n(.*?)^```$", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.M | re.S)
WORKSPACE = {
    "services.yaml": "services: [{name: backend, type: python-fastapi}]\n",
    "shared/spec/models.yaml": "enums: {State: {values: [draft]}}\nmodels: {Book: {fields: {title: string}}}\n",
    "shared/spec/events.yaml": "events: {book_lost: {message: Book, subscribe: true, owner: shop}}\n",
    "services/backend/spec/routers/books.yaml": (
        "operations: {on_lost: {input: Book, events: {subscribe: book_lost}}}\n"
    ),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ours = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "framework", tmp_path / "framework", ignore=ours)
    for path, text in WORKSPACE.items():
        (tmp_path / "workspace" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "workspace" / path).write_text(text, encoding="utf-8")
    return tmp_path


def run(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(copy), "GITHUB_ACTIONS": "", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "framework", *words]
    return subprocess.run(command, cwd=copy / "workspace", env=environment, capture_output=True, text=True, timeout=60)


def apply(copy: Path, diff: str) -> None:
    subprocess.run(["git", "apply", "--whitespace=error", "-"], cwd=copy, input=diff, text=True, check=True)


def test_every_change_applies_and_works(copy: Path) -> None:
    before = run(copy, "validate")
    assert before.returncode == 1
    assert "has no key 'owner'" in before.stdout
    assert run(copy, "count").returncode == 2
    for diff in DIFFS:
        apply(copy, diff)
    after = run(copy, "validate")
    assert after.returncode == 0, after.stdout + after.stderr
    assert "warning LOW900: the enum 'State' has one value" in after.stdout
    assert run(copy, "count").stdout == "1 operations in 1 domains\n"
    assert "lonely-enum" in run(copy, "explain", "LOW900").stdout
    assert "the team that answers for the event" in run(copy, "reference", "spec").stdout


def test_a_generator_is_its_folder(copy: Path) -> None:
    """Its file comes with it, is known to be of it, and goes with it."""
    for diff in DIFFS:
        apply(copy, diff)
    made = copy / "workspace/shared/generated/topics.py"
    told = run(copy, "generate")
    assert told.returncode == 0, told.stdout + told.stderr
    assert made.read_text(encoding="utf-8").endswith('\n\nBOOK_LOST = "book_lost"\n')
    assert "shared/generated/topics.py\towned\ttopics\t" in manifest(copy)
    told = run(copy, "explain", "shared/generated/topics.py:4")
    assert told.stdout.startswith("shared/spec/events.yaml:1:10: event book_lost\n"), told.stdout + told.stderr
    assert run(copy, "generate", "--check").returncode == 0
    shutil.rmtree(copy / "framework/emit/generators/topics")
    assert "OUT009" in run(copy, "generate", "--check").stdout
    told = run(copy, "generate")
    assert "delete  shared/generated/topics.py" in told.stdout
    assert told.returncode == 0, told.stdout + told.stderr
    assert not made.exists()
    assert "topics" not in manifest(copy)


def manifest(copy: Path) -> str:
    return (copy / "workspace/.autogen/manifest").read_text(encoding="utf-8")


def test_one_of_each_kind_is_shown() -> None:
    shown = "".join(DIFFS)
    kinds = ("emit/generators/", "cli/commands/", "lower/__init__.py", "spec/event.py", "ir/event.py")
    assert all(part in shown for part in kinds)
