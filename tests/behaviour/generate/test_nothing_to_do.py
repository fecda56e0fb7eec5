"""A run with nothing to do is as cheap as it can be: hooks and `make` ask all day."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.behaviour.generate.command import Workspace, laid
from tests.repository import ROOT

PROBE = """
import json, sys
from framework.cli.app import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]))
"""
THIRD = {"yaml", "pydantic", "pydantic_core", "jinja2", "markupsafe", "annotated_types", "typing_extensions"}
HEAVY = {"asyncio", "concurrent", "email", "http", "importlib.metadata", "logging", "multiprocessing", "socket", "ssl"}
OURS = {"framework.pipeline", "framework.source", "framework.spec", "framework.lower", "framework.emit", "framework.ir"}


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = laid(tmp_path_factory.mktemp("idle") / "work")
    made.run()
    return made


def loaded(root: Path, *words: str) -> set[str]:
    command = (
        sys.executable,
        "-S",
        "-c",
        f"import sys; sys.path[:0] = {[p for p in sys.path if p]!r}\n{PROBE}",
        *words,
    )
    done = subprocess.run(command, cwd=root, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    return set(modules)


@pytest.mark.parametrize("words", [(), ("--check",), ("--diff",), ("--dry-run",), ("--output", "json")])
def test_nothing_is_loaded_that_is_not_needed(work: Workspace, words: tuple[str, ...]) -> None:
    modules = loaded(work.root, "generate", *words)
    tops = {name.split(".")[0] for name in modules}
    strangers = {name for name in tops if name not in sys.stdlib_module_names} - {"framework", "__main__"}
    assert not strangers
    assert not (modules | tops) & (THIRD | HEAVY)
    assert not modules & OURS


def test_the_probe_sees_what_a_whole_run_loads(work: Workspace) -> None:
    (work.root / ".autogen/cache/fingerprint.json").unlink()
    modules = loaded(work.root, "generate", "--check")
    assert {"yaml", "pydantic", "jinja2"} <= modules
    work.run()


def test_no_time_changes(work: Workspace) -> None:
    before = work.times()
    for words in ((), ("--check",), ("--diff",), ("--dry-run",)):
        work.run(*words)
    assert work.times() == before
