"""The few steps on the disk that everything which writes is made of.

They call `os` alone, one system call at a time, so that a test can end the process before and after each of them.
"""

import errno
import hashlib
import os
import sys

TEMPORARY = ".autogen-new"

MANY = 64
TOGETHER = sys.platform == "linux"
"""Whether the disk can be told once of MANY files and more. One word for each is a wait for each, and on a busy disk
that is most of a run."""


def digest(data: bytes) -> str:
    """The same for a checkout with CRLF: a line end that git has put there is no edit of anyone."""
    text = data.replace(b"\r\n", b"\n") if b"\r" in data else data
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def read(path: str) -> bytes | None:
    """The bytes of a file; None where there is none."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return None


def create(path: str, data: bytes, mode: int | None = None, *, lasting: bool = True) -> None:
    """A file of these bytes that is on the disk before this returns, unless it need not be `lasting` yet. `mode` is for
    one that stood there before."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(handle, mode)
        if lasting:
            os.fsync(handle)
    except OSError as fault:
        fault.filename = fault.filename or path
        raise
    finally:
        os.close(handle)


def replace(source: str, target: str) -> None:
    """Move a file over another in one step; from one file system to another by way of a copy beside the target."""
    try:
        os.replace(source, target)
    except OSError as fault:
        if fault.errno != errno.EXDEV:
            raise
        overwrite(target, read(source) or b"", os.stat(source).st_mode & 0o7777)
        os.unlink(source)


def overwrite(path: str, data: bytes, mode: int | None = None) -> None:
    """The file has the old bytes or the new ones, whenever the process ends."""
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name}{TEMPORARY}")
    try:
        create(beside, data, mode)
        os.replace(beside, path)
    except OSError:
        remove(beside)
        raise


def remove(path: str) -> None:
    try:
        os.unlink(path)
    except (FileNotFoundError, NotADirectoryError):
        return


def sync(folder: str) -> None:
    """Make the names in a folder last. Not every system lets a folder be opened."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def sync_all(folder: str) -> None:
    """Make all that was written to the file system of a folder last. `os.sync` would wait for the others, too."""
    import ctypes

    handle = os.open(folder, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(handle):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), folder)
    finally:
        os.close(handle)
