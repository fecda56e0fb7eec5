"""`make demo`: the specs of this repository are checked, compiled and served until Ctrl-C.

`PORT` is another port than 8000; `AUTOGEN_DEMO_SECONDS` ends the demo by itself, for machines that nobody sits at.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
EXAMPLE = ROOT / "spec_examples" / "bookshop"
RIGHT, WRONG = "output: BookRead", "output: BookReed"
FINDINGS = 1
HOST = "127.0.0.1"
APP = "services.backend.src.main:app"
MIGRATIONS = "services/backend/migrations"
PATIENCE = 30
"""Seconds that the API has to answer for the first time."""

SERVED = """
The API answers; its users are kept in {database} (services/backend/src/controllers/users.py).

  read it      {url}/docs
  its document {url}/openapi.json
  ask it       curl -s {url}/api/users -H 'content-type: application/json' \\
                    -d '{{"email": "ada@example.com", "name": "Ada"}}'
               curl -s {url}/api/users
  keep them    in PostgreSQL: DATABASE_URL=postgresql://user:password@host/name make demo
  change it    services/backend/spec/routers/users.yaml, then `make generate-from-spec`

Ctrl-C ends it.
"""


def main() -> int:
    if not EXAMPLE.is_dir():
        return complain(f"{EXAMPLE.relative_to(ROOT)} is missing, the clone is not complete.")
    say("1. The specs of this repository become code")
    if run("validate") or run("generate"):
        return complain("the specs of this repository did not pass, see above.")
    with tempfile.TemporaryDirectory(prefix="autogen-demo-") as folder:
        copy = Path(folder) / EXAMPLE.name
        shutil.copytree(EXAMPLE, copy)
        say(f"2. A copy of {EXAMPLE.relative_to(ROOT)}, where {plant(copy)} now says `{WRONG}`")
        if run("validate", copy) != FINDINGS:
            return complain("the planted mistake was not found; this is a bug in autogen.")
    say("3. services/backend")
    if not migrated(ROOT):
        return complain("the database could not be brought up to date, see above.")
    return serve(int(os.environ.get("PORT", "8000")), float(os.environ.get("AUTOGEN_DEMO_SECONDS", "inf")))


def plant(workspace: Path) -> Path:
    """Misspells one name in the first file, in order of path, that has it; gives the file's path."""
    for path in sorted(workspace.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if RIGHT in text:
            path.write_text(text.replace(RIGHT, WRONG, 1), encoding="utf-8")
            return path.relative_to(workspace)
    raise LookupError(f"no file of {workspace} has {RIGHT!r}")


def run(verb: str, workspace: Path = ROOT) -> int:
    shown = "" if workspace == ROOT else f" --root {workspace}"
    print(f"$ autogen {verb}{shown}\n", flush=True)
    return subprocess.run([BIN / "autogen", verb, "--root", workspace], check=False).returncode


def serve(port: int, seconds: float) -> int:
    if taken(port):
        return complain(f"port {port} is taken; `PORT=8001 make demo` takes another one.")
    command = [str(BIN / "uvicorn"), APP, "--host", HOST, "--port", str(port), "--log-level", "warning"]
    server = subprocess.Popen(command, cwd=ROOT)
    try:
        if not answers(server, port):
            return complain("the API did not start, see above.")
        print(SERVED.format(url=f"http://{HOST}:{port}", database=kept()), flush=True)
        return server.wait(None if seconds == float("inf") else seconds)
    except (KeyboardInterrupt, subprocess.TimeoutExpired):
        return 0
    finally:
        server.terminate()
        server.wait()


def migrated(root: Path) -> bool:
    """Whether the database of the backend has its tables now; the settings say where it is."""
    command = [sys.executable, "-m", "framework.runtime.migrations", MIGRATIONS]
    # What is imported here may change a moment later, and in the same second bytecode would be taken for up to date.
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode == 0


def kept() -> str:
    """Where the users are, without what else stands in the URL."""
    url = os.environ.get("DATABASE_URL", "sqlite")
    return "PostgreSQL" if url.startswith("postgres") else "SQLite, database.db"


def answers(server: subprocess.Popen[bytes], port: int) -> bool:
    started = time.monotonic()
    while server.poll() is None and time.monotonic() - started < PATIENCE:
        if taken(port):
            return True
        time.sleep(0.05)
    return False


def taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def complain(words: str) -> int:
    print(f"demo: {words}", file=sys.stderr)
    return 1


def say(title: str) -> None:
    print(f"\n{title}\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
