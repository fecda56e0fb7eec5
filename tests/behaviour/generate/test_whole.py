"""Killed at any moment, made anywhere, by any Python: the tree is whole and its bytes are the same."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.behaviour.generate.command import EXAMPLE, HAND, Workspace, laid, tree
from tests.repository import ROOT

KILLS = 30
SPECS = "services/*/spec/routers/*.yaml"
OTHER = "3.11" if sys.version_info >= (3, 13) else "3.13"
HARD = bool(os.environ.get("AUTOGEN_REQUIRE_SERVERS"))
"""A run of the suite that may leave nothing out."""


def test_thirty_kills(tmp_path: Path) -> None:
    """At moments spread over a whole run; every other one meets a run that has a killed one to complete."""
    work = laid(tmp_path / "work")
    chance = random.Random(30)
    work.run()
    span = lasting(work)
    killed = 0
    for kill in range(KILLS):
        alter(work, kill)
        process = work.start("generate")
        time.sleep(chance.uniform(0.3, 1.02) * span)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        span *= 1 if process.returncode == -signal.SIGKILL else 0.9  # it was measured at a slower moment
        assert {path: (work.root / path).read_text() for path in HAND} == HAND
        if kill % 2:
            work.run()
            judge(work, tmp_path / "fresh")
    assert killed > KILLS // 3, "most of them came before the end of the run"


def lasting(work: Workspace) -> float:
    """How long a run takes that has something to write."""
    alter(work, KILLS)
    before = time.monotonic()
    work.run()
    return time.monotonic() - before


def alter(work: Workspace, count: int) -> None:
    """Another summary in every file, so that every page changes; and a service that comes and goes."""
    for path in work.root.glob(SPECS):
        lines = [line for line in path.read_text().splitlines() if "summary:" not in line]
        heads = [index for index, line in enumerate(lines) if line.startswith("  ") and line.endswith(":")]
        for at in heads[:1]:
            lines.insert(at + 1, f"    summary: number {count}")
        path.write_text("\n".join([*lines, ""]))
    registry = work.root / "services.yaml"
    rest = registry.read_text().split("  - {name: guest")[0]
    guest = work.root / "services/guest/spec/routers/visits.yaml"
    shutil.rmtree(guest.parent.parent, ignore_errors=True)
    if count % 2:
        rest += "  - {name: guest, type: python-fastapi}\n"
        guest.parent.mkdir(parents=True)
        guest.write_text("operations: {visit: {rest: {method: GET, path: /visits}}}\n")
    registry.write_text(rest)


def judge(work: Workspace, fresh: Path) -> None:
    """What autogen owns is what a first run in a clean copy would make."""
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(work.root, fresh, ignore=shutil.ignore_patterns(".autogen", "generated", "AGENTS.md", ".vscode"))
    Workspace(fresh).run()
    assert owned(work.root) == owned(fresh)
    assert not (work.root / ".autogen/journal").exists()
    assert not [path for path in tree(work.root) if "autogen-new" in path]


def owned(root: Path) -> dict[str, bytes]:
    return {
        path: data
        for path, data in tree(root).items()
        if ("/generated/" in path and path not in HAND) or path.startswith(".autogen/schemas")
    }


def outcome(folder: Path, python: str = sys.executable, **environment: str) -> dict[str, bytes]:
    made = laid(folder / "work")
    Workspace(made.root, python, environment).run()
    return tree(made.root)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return outcome(tmp_path_factory.mktemp("usual"))


@pytest.mark.parametrize("seed", ["0", "1", "31337", "random"])
def test_the_same_bytes_under_every_hash_seed(tmp_path: Path, usual: dict[str, bytes], seed: str) -> None:
    assert outcome(tmp_path, PYTHONHASHSEED=seed) == usual


@pytest.mark.parametrize("name", ["a b", "дом/ü"])
def test_the_same_bytes_in_every_directory(tmp_path: Path, usual: dict[str, bytes], name: str) -> None:
    assert outcome(tmp_path / name) == usual


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "tr_TR.ISO-8859-9"])
def test_the_same_bytes_under_every_locale(tmp_path: Path, usual: dict[str, bytes], locale: str) -> None:
    assert outcome(tmp_path, LC_ALL=locale, LANG=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0") == usual


def test_the_same_bytes_from_another_folder(tmp_path: Path, usual: dict[str, bytes]) -> None:
    made = laid(tmp_path / "work")
    made.run("--root", "../../..", cwd=made.root / "services/orders/spec")
    assert tree(made.root) == usual


def test_the_same_bytes_from_another_python(tmp_path: Path, usual: dict[str, bytes]) -> None:
    assert outcome(tmp_path, python=another(tmp_path / "venv")) == usual


def another(folder: Path) -> str:
    """An environment for the other end of the versions that are supported, as uv.lock says."""
    uv = Path(sys.executable).with_name("uv")
    found = next(filter(works, candidates()), OTHER)
    command = (uv, "sync", "--quiet", "--frozen", "--extra", "compiler", "--no-dev", "--no-install-project")
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(folder)}
    environment.pop("VIRTUAL_ENV", None)
    if not uv.exists():
        unavailable("uv is not in the environment of the tests; `make setup` puts it there")
    done = subprocess.run((*command, "--python", found), cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        unavailable(f"no environment with Python {OTHER}: {done.stderr.strip()}")
    return str(folder / "bin" / "python")


def candidates() -> list[str]:
    versions = sorted(Path("~/.pyenv/versions").expanduser().glob(f"{OTHER}*/bin/python{OTHER}"))
    return [path for path in (shutil.which(f"python{OTHER}"), *map(str, versions)) if path]


def works(python: str) -> bool:
    """A shim of pyenv stands in the path for versions that are switched off."""
    return subprocess.run((python, "-c", ""), capture_output=True, check=False).returncode == 0


def unavailable(reason: str) -> None:
    if HARD:
        pytest.fail(reason)
    pytest.skip(reason)


def test_every_example_and_this_repository_come_out_twice_alike(tmp_path: Path) -> None:
    for example in (*sorted(path.parent for path in EXAMPLE.parent.glob("*/services.y*ml")), ROOT):
        root = tmp_path / example.name
        for part in ("services.yaml", "services.yml", "services", "shared"):
            if (example / part).is_dir():
                shutil.copytree(example / part, root / part)
            elif (example / part).exists():
                root.mkdir(parents=True, exist_ok=True)
                shutil.copy(example / part, root / part)
        work = Workspace(root)
        work.run()
        before = work.times()
        assert work.run().splitlines()[-1].startswith("nothing to do: "), example
        assert work.times() == before
