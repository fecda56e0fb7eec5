"""A workspace that was generated, and a Python that imports what came out.

Every workspace has a process of its own, for all of them are called `services`.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from framework.cli.app import main
from tests.repository import ROOT

SCRIPTS = Path(__file__).parent
KEPT = ("services.yaml", "services.yml", "services", "shared")
TRIVIAL = """\
import trivial

from services.{service}.src.generated import protocols

{name} = trivial.controller(protocols.{name}Protocol, "{service}", "{domain}")
"""


def generate(example: Path, root: Path) -> Path:
    """Only the specs are taken along: what a workspace holds beside them is another one's."""
    for name in KEPT:
        source = example / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("src", "generated", "__pycache__"))
        elif source.exists():
            root.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, root / name)
    assert main(["generate", "--root", str(root), "--quiet"]) == 0
    return root


def served(root: Path) -> dict[str, Any]:
    """The document of each service that has an app."""
    paths = sorted(root.glob("services/*/src/generated/openapi.json"))
    return {path.parts[-4]: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def occupy(root: Path) -> None:
    """Give every domain a controller that answers something."""
    for stub in sorted(root.glob("services/*/src/controllers/*.py")):
        name = "".join(word.title() for word in stub.stem.split("_")) + "Controller"
        text = TRIVIAL.format(service=stub.parts[-4], domain=stub.stem, name=name)
        if stub.stem != "__init__":
            stub.write_text(text, encoding="utf-8")


def run(script: str, root: Path, *words: str) -> str:
    """What a script of this folder prints, with the workspace before all else that it can import."""
    environ = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(root), str(ROOT)]),
        "DATABASE_URL": "sqlite+aiosqlite://",
        "PYTHONHASHSEED": "0",
        "LOG_LEVEL": "critical",
        "CI": "",
    }
    command = (sys.executable, str(SCRIPTS / script), *words)
    done = subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout
