"""What the output was made by, in two digests: one for the repository, one for this machine."""

import hashlib
import os
from collections.abc import Iterator

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def templates() -> str:
    """Of the bytes of all templates: the same wherever the same version is installed."""
    found = hashlib.blake2b(digest_size=8)
    for path in sorted(_files(HOME)):
        if path.endswith(".j2"):
            with open(path, "rb") as file:
                data = file.read().replace(b"\r\n", b"\n")
            name = os.path.relpath(path, HOME).replace(os.sep, "/")
            found.update(f"{name}\0{len(data)}\0".encode() + data)
    return found.hexdigest()


def build() -> str:
    """Of the times and sizes of the compiler's own files: another one after any edit, and no file has to be read."""
    rows = []
    for path in _files(HOME):
        info = os.stat(path)
        rows.append(f"{path}\0{info.st_size}\0{info.st_mtime_ns}\n")
    return hashlib.blake2b("".join(sorted(rows)).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _files(entry.path)
            elif not entry.name.startswith("."):
                yield entry.path
