"""From saving a spec to the new answer of the running API, with all that `make dev` starts.

    python -m tooling.bench.reload [rounds]

Each round adds a field to a shared model in a copy of this workspace and asks for the document of the API until it
has the field.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from tooling.demo import HOST, ROOT

ROUNDS = 9
PATIENCE = 60
PARTS = ("services.yaml", "services", "shared", ".autogen")
MODELS = "shared/spec/models.yaml"
FIELD = "      is_active: {type: bool, default: true}\n"


def main(arguments: list[str]) -> int:
    rounds = int(arguments[0]) if arguments else ROUNDS
    with tempfile.TemporaryDirectory(prefix="autogen-reload-") as folder, running(copy(Path(folder))) as address:
        found = [once(Path(folder) / MODELS, f"measured_{turn}", address) for turn in range(rounds)]
    print(f"{rounds} saves: median {statistics.median(found):.2f} s, worst {max(found):.2f} s")
    return 0


def copy(root: Path) -> Path:
    skipped = shutil.ignore_patterns("__pycache__", "cache", "journal", "lock")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=skipped)
        else:
            shutil.copy(ROOT / part, root / part)
    return root


@contextmanager
def running(root: Path) -> Iterator[str]:
    """The address of the API of a workspace, for as long as `make dev` would run there."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = int(free.getsockname()[1])
    variables = os.environ | {"PORT": str(port), "PYTHONPATH": str(ROOT)}
    command = (sys.executable, "-m", "tooling.dev", str(root))
    process = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=subprocess.DEVNULL)
    try:
        await_text(f"http://{HOST}:{port}/openapi.json", "openapi")
        yield f"http://{HOST}:{port}"
    finally:
        process.terminate()
        process.wait()


def once(path: Path, name: str, address: str) -> float:
    """The seconds until a field that is added to the model is served."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(FIELD, f"{FIELD}      {name}: {{type: int, default: 0}}\n", 1), encoding="utf-8")
    started = time.perf_counter()
    await_text(f"{address}/openapi.json", name)
    return time.perf_counter() - started


def await_text(url: str, text: str) -> None:
    last = time.monotonic() + PATIENCE
    while text not in read(url):
        if time.monotonic() > last:
            raise TimeoutError(f"{url} has no {text!r} after {PATIENCE} s")
        time.sleep(0.02)


def read(url: str, seconds: float = PATIENCE) -> str:
    """Empty where nothing answers."""
    try:
        with urlopen(url, timeout=seconds) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
