"""`make dev`: a saved spec is in the running API a moment later, until Ctrl-C.

`autogen generate --watch` writes, uvicorn's reloader sees what was written and starts `services/backend` again. Files
are replaced one by one, so a start may find half of a change and fail: the reloader stays, and as every later file is a
change of its own, the last start finds the whole. `PORT` is another port than 8000.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tooling.demo import APP, BIN, HOST, ROOT, migrated, taken

FINDINGS = 1
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE = 5
"""Seconds that a process has to end by itself."""

LOADED = "import uvicorn, watchfiles, framework.runtime.app"
RELOAD = ("--reload", "--reload-dir", "services", "--reload-dir", "shared", "--reload-include", "openapi.json")
# A stream that is being read would otherwise hold the old API for as long as it lasts.
QUICK = ("--timeout-graceful-shutdown", "1", "--log-level", "warning")

SERVED = """
  the API      http://{host}:{port}/docs
  change it    a file below services/backend/spec, shared/spec or services/backend/src/controllers

Ctrl-C ends it.
"""


def main(arguments: Sequence[str]) -> int:
    root = Path(arguments[0]).resolve() if arguments else ROOT
    port = int(os.environ.get("PORT", "8000"))
    if taken(port):
        return complain(f"port {port} is taken; `PORT=8001 make dev` takes another one.")
    ended = threading.Event()
    for ending in ENDINGS:
        signal.signal(ending, lambda *_: ended.set())
    if subprocess.run([BIN / "autogen", "generate", "--root", root], check=False).returncode > FINDINGS:
        return complain("the specs could not be compiled, see above.")
    if not migrated(root):
        return complain("the database could not be brought up to date, see above.")
    # A start that writes no bytecode would compile these again and again, where nothing has ever loaded them.
    subprocess.run([sys.executable, "-c", LOADED], cwd=root, check=False)
    return 0 if ended.is_set() else attend(root, port, ended)


def attend(root: Path, port: int, ended: threading.Event) -> int:
    """Both processes, until they are to end or one of them does."""
    # Python tells files apart by whole seconds and size: bytecode of the save before would be taken for that of this.
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    watch = [str(BIN / "autogen"), "generate", "--watch", "--root", str(root)]
    serve = [str(BIN / "uvicorn"), APP, "--host", HOST, "--port", str(port), *RELOAD, *QUICK]
    print(SERVED.format(host=HOST, port=port), flush=True)
    running: list[subprocess.Popen[bytes]] = []
    try:
        for command in (serve, watch):
            # In a session of its own, a process hears of Ctrl-C from here alone, and leaves nothing behind.
            running.append(subprocess.Popen(command, cwd=root, env=environment, start_new_session=True))
        while not ended.wait(0.2):
            if any(one.poll() is not None for one in running):
                return complain("a process has ended by itself, see above.")
        return 0
    finally:
        end(running)


def end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    """Each by itself, if it does so in time, and then whatever it started."""
    for one in running:
        one.terminate()
    last = time.monotonic() + GRACE
    for one in running:
        with suppress(subprocess.TimeoutExpired):
            one.wait(max(0, last - time.monotonic()))
        with suppress(ProcessLookupError):
            os.killpg(one.pid, signal.SIGKILL)
        one.wait()


def complain(words: str) -> int:
    print(f"dev: {words}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
