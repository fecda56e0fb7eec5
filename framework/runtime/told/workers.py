"""Where the workers of one server put their counters together, so that `/metrics` of any of them tells of all.

Without it each scrape would meet another worker, and the numbers would jump up and down.
"""

import multiprocessing
import os
import re
import shutil
import tempfile
from pathlib import Path

from framework.runtime.settings import Fault, StartRefused

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
_LIVE = re.compile(r"gauge_live[a-z]+_(\d+)\.db")
_RUN = re.compile(r"(\d+)-(\d+)")


def folder() -> Path | None:
    """That of this process and its siblings; None where it serves alone. Who starts workers in another way than
    `uvicorn --workers` names the folder, and empties it before each start."""
    if named := os.environ.get(VARIABLE):
        path = Path(named)
        path.mkdir(parents=True, exist_ok=True)
        return path
    parent = multiprocessing.parent_process()
    if parent is None or parent.pid is None:
        return None
    path = _owned() / f"{parent.pid}-{_began(parent.pid)}"
    path.mkdir(mode=0o700, exist_ok=True)
    os.environ[VARIABLE] = str(path)
    _clean(path.parent)
    return path


def forget_the_dead(path: Path) -> None:
    """What a worker holds ends with it; what it has counted stays counted."""
    for file in path.glob("gauge_live*.db"):
        found = _LIVE.fullmatch(file.name)
        if found and not _lives(int(found[1])):
            file.unlink(missing_ok=True)


def _owned() -> Path:
    """In the folder for temporary files, where anybody may put anything: it is used if it is ours alone."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    path = Path(tempfile.gettempdir()) / f"autogen-metrics-{user}"
    path.mkdir(mode=0o700, exist_ok=True)
    status = path.lstat()
    if path.is_symlink() or status.st_uid != user or (os.name == "posix" and status.st_mode & 0o077):
        told = f"must name a folder for the counters of the workers: {path} is not this user's alone"
        raise StartRefused([Fault(VARIABLE, told, "Where the workers of a server put their counters together", "")])
    return path


def _clean(path: Path) -> None:
    """Of servers that are gone, and of those whose number another process has now."""
    for run in path.iterdir():
        found = _RUN.fullmatch(run.name)
        if found and (not _lives(int(found[1])) or _began(int(found[1])) != int(found[2])):
            shutil.rmtree(run, ignore_errors=True)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _began(pid: int) -> int:
    """When a process began, in ticks since the machine did; 0 where the system does not tell."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    return int(text.rpartition(")")[2].split()[19])
