"""An example, compiled into a folder of its own, and its services as processes that answer on a real socket."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project
from tests.repository import ROOT

PATIENCE = 30
FEW = {"CONTRACT_EXAMPLES": "5"}
"""Requests of each kind that a contract asks here; its coverage phase asks for every rule of a document anyway."""

EXAMPLES = ("bookshop", "hello", "monorepo", "names", "predecessor")
APIS = (
    ("bookshop", "shop"),
    ("hello", "hello"),
    ("monorepo", "billing"),
    ("monorepo", "customers"),
    ("monorepo", "orders"),
    ("names", "hello"),
    ("predecessor", "backend"),
)
TRIVIAL = """
from examples import controller
from services.{service}.src.generated.protocols import {name}Protocol

{name} = controller({name}Protocol)
"""


@dataclass(frozen=True)
class Workspace:
    root: Path

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Python in the folder of the workspace."""
        return subprocess.run(
            (sys.executable, *arguments),
            cwd=self.root,
            env={**self.environment, **variables},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    @property
    def environment(self) -> Mapping[str, str]:
        return {**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}

    def answer_with_examples(self) -> None:
        """Lay a trivial controller over each stub."""
        shutil.copy(Path(__file__).with_name("examples.py"), self.root)
        for path in self.root.glob("services/*/src/controllers/*.py"):
            name = next(line for line in path.read_text().splitlines() if line.startswith("class "))
            service, name = path.parts[-4], name.removeprefix("class ").partition("(")[0]
            path.write_text(TRIVIAL.format(service=service, name=name), encoding="utf-8")


def compiled(example: Path, root: Path) -> Workspace:
    """What an example becomes, written without the store of the compiler, which is not tested here."""
    shutil.copytree(example, root, dirs_exist_ok=True)
    report = Report()
    project = compile_project(root, report).project
    assert project is not None
    for file in compile_files(project, report).values():
        path = root / file.path
        if file.kind != "seeded" or not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8")
    return Workspace(root)


def example(name: str) -> Path:
    """One of the manual, or the workspace beside this file, in which every name is one that generated code uses."""
    beside = Path(__file__).with_name(name)
    return beside if beside.is_dir() else ROOT / "spec_examples" / name


def contract(workspace: Workspace, service: str) -> subprocess.CompletedProcess[str]:
    """The generated test of each operation; what comes one after another asks for a controller with a memory."""
    options = ("-q", "-p", "no:cacheprovider", "--rootdir", ".", "--tb", "short")
    return workspace.run("-m", "pytest", *options, f"services/{service}/tests/generated", "-k", "test_operation", **FEW)


@contextmanager
def served(workspace: Workspace, service: str, **variables: str) -> Iterator[str]:
    """The address of a service that was started, and that is stopped behind."""
    port = _free_port()
    command = (sys.executable, "-m", "uvicorn", f"services.{service}.src.main:app", "--port", str(port))
    log = workspace.root / f"{service}.log"
    with log.open("w") as output:
        known = {**workspace.environment, **variables}
        process = subprocess.Popen(command, cwd=workspace.root, env=known, stdout=output, stderr=output)
        try:
            _await(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        assert process.poll() is None, log.read_text()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"no answer after {PATIENCE} s: {log.read_text()}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
