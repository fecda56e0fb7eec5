"""One file: bytes from the disk to text, within limits."""

import stat
from hashlib import blake2b
from pathlib import Path

from framework.diagnostics import Code, Report, Span
from framework.source.marks import BREAK

LARGEST = 4 * 1024 * 1024
FORMAT = b"autogen source 1"

UNREADABLE_FILE = Code(
    "SRC001",
    "unreadable-file",
    "the file cannot be read: {reason}",
    "A spec that cannot be read may declare anything, so nothing can be said about the rest.",
    "check that the file exists, that a link points to something, and that you may read it",
)
NOT_A_FILE = Code(
    "SRC002",
    "not-a-file",
    "'{name}' is not a regular file",
    "A spec is a file. A folder, a pipe or a device under the name of a spec would be skipped or would block.",
    "rename it, or write the spec as a file",
)
FILE_TOO_LARGE = Code(
    "SRC003",
    "file-too-large",
    "the file has {size} bytes, more than {limit}",
    "A spec is written and read by people; one above 4 MiB is data, or a mistake.",
    "split it: models, events and routers may stand in a folder with a file each",
)
NOT_UTF8 = Code(
    "SRC004",
    "not-utf8",
    "byte {offset} is not UTF-8",
    "Every spec is UTF-8, so that it reads the same on every machine.",
    "save the file as UTF-8",
)


def load(path: Path, name: str, report: Report) -> tuple[str, str] | None:
    """The text of a file and the digest of its bytes."""
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            report.add(NOT_A_FILE, Span(name), name=path.name)
            return None
        if info.st_size > LARGEST:
            report.add(FILE_TOO_LARGE, Span(name), size=info.st_size, limit=LARGEST)
            return None
        raw = path.read_bytes()
    except OSError as fault:
        report.add(UNREADABLE_FILE, Span(name), reason=fault.strerror or "unknown fault")
        return None
    return _decode(raw, name, report)


def _decode(raw: bytes, name: str, report: Report) -> tuple[str, str] | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = BREAK.split(raw[: fault.start].decode("utf-8").removeprefix("\ufeff"))
        line, column = len(before), len(before[-1]) + 1
        report.add(NOT_UTF8, Span(name, line, column, line, column + 1), offset=fault.start)
        return None
    return text.removeprefix("\ufeff"), blake2b(raw, digest_size=16, key=FORMAT).hexdigest()
