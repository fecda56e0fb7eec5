"""Whether anything has changed since the last run, by the times and sizes that the disk keeps anyway.

Read before all else, so this module loads nothing but the standard library. A file is opened only where its times say
that it may have changed: when they differ, or when they are as young as the fingerprint itself, for then a later edit
could have left them as they are (the "racy" entries of git's index).
"""

import hashlib
import json
import os
import stat
from typing import Any

from framework import __version__
from framework.output.origin import build

FILE = ".autogen/cache/fingerprint.json"
JOURNAL = ".autogen/journal"
FORMAT = 1
SPECS = (".yaml", ".yml")


def recall(root: str) -> dict[str, Any] | None:
    """What the last run left, if the next one would find everything as that one did."""
    try:
        with open(os.path.join(root, FILE), "rb") as file:
            saved = json.load(file)
        sound = saved["format"] == FORMAT and saved["framework"] == maker()
        if sound and not os.path.lexists(os.path.join(root, JOURNAL)) and _unchanged(root, saved):
            return dict(saved)
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None
    return None


def maker() -> str:
    return f"{__version__} {build()}"


def signature(path: str) -> list[int]:
    """What the disk says about a file or a folder without opening it."""
    info = os.stat(path)
    return [info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino]


def content(path: str) -> str:
    """The digest of a file, or of what counts in a folder: folders and specs that are not hidden."""
    if stat.S_ISDIR(os.stat(path).st_mode):
        return digest("\n".join(_listing(path)).encode("utf-8", "surrogateescape"))
    with open(path, "rb") as file:
        return digest(file.read())


def _unchanged(root: str, saved: dict[str, Any]) -> bool:
    return all(_same(os.path.join(root, path), entry, saved["clock"]) for path, entry in saved["watched"].items())


def _same(path: str, entry: list[Any] | None, clock: int) -> bool:
    try:
        now = signature(path)
    except (FileNotFoundError, NotADirectoryError):
        return entry is None
    if entry is None:
        return False
    racy = max(entry[1], entry[2]) >= clock
    return (now == entry[:4] and not racy) or bool(content(path) == entry[4])


def _listing(path: str) -> list[str]:
    with os.scandir(path) as entries:
        return sorted(
            f"{entry.name}/" if entry.is_dir() else entry.name
            for entry in entries
            if not entry.name.startswith((".", "__")) and (entry.name.lower().endswith(SPECS) or entry.is_dir())
        )


def digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
