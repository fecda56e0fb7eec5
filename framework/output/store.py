"""`.autogen/`, the memory of the workspace, and the lock that lets one process at a time write."""

import contextlib
import os
from collections.abc import Iterator

from framework.output import disk
from framework.output.unwritten import Unwritten

FOLDER = ".autogen"
LOCK = f"{FOLDER}/lock"
IGNORE = f"{FOLDER}/.gitignore"
IGNORED = "# The rest of this folder belongs into the repository.\n/cache/\n/journal/\n/lock\n/sources\n"

try:
    import fcntl
except ImportError:  # Windows has none; there the journal alone has to do
    fcntl = None  # type: ignore[assignment]  # asked before each use


def make(root: str) -> None:
    """The folder, with a word to git about what in it is of this machine alone."""
    folder = os.path.join(root, FOLDER)
    inside = os.path.realpath(root)
    if os.path.commonpath((os.path.realpath(folder), inside)) != inside:
        raise Unwritten(f"nothing was written: {FOLDER} is a link out of the workspace", "make it a folder of its own")
    try:
        os.mkdir(folder)
    except FileExistsError:
        if os.path.exists(os.path.join(root, FOLDER, "manifest")):
            return
    ignore = os.path.join(root, IGNORE)
    if not os.path.lexists(ignore):
        disk.overwrite(ignore, IGNORED.encode())


@contextlib.contextmanager
def locked(root: str) -> Iterator[None]:
    """Nobody else writes in the meantime. The lock ends with the process, however that ends."""
    make(root)
    path = os.path.join(root, LOCK)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _take(handle)
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = os.read(handle, 20).decode("ascii", "replace").strip()
        who = f"another autogen (process {owner})" if owner.isdigit() else "another autogen"
        raise Unwritten(f"{who} is writing in this workspace", "run it again when that one has ended") from None
    except OSError:
        return  # a network disk without locks: the journal alone has to do
    os.ftruncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode())
