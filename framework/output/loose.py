"""Files that were asked for by name and belong to no run: written where they differ, and in no manifest."""

import os
from collections.abc import Mapping
from pathlib import Path

from framework.output import disk
from framework.output.unwritten import HINTS, Unwritten


def write_files(folder: Path, texts: Mapping[str, str]) -> list[str]:
    """Write each text under its name, and give the names of those that were not there already. Each file is whole
    whenever the process ends, and one that holds its text already keeps its time."""
    written = []
    for name, text in texts.items():
        if _write(os.path.join(folder, name), text.encode("utf-8")):
            written.append(name)
    return written


def _write(path: str, data: bytes) -> bool:
    try:
        if disk.read(path) == data:
            return False
        os.makedirs(os.path.dirname(path), exist_ok=True)
        disk.overwrite(path, data)
    except OSError as fault:
        raise Unwritten(f"{path} cannot be written: {fault.strerror}", HINTS.get(fault.errno or 0, "")) from fault
    return True
