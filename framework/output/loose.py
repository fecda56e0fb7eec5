"""Files that were asked for by name and belong to no run: written where they differ, and in no manifest."""

import os
from collections.abc import Mapping
from pathlib import Path

from framework.output import disk


def write_files(folder: Path, texts: Mapping[str, str]) -> list[str]:
    """Write each text under its name, and give the names of those that were not there already. Each file is whole
    whenever the process ends, and one that holds its text already keeps its time."""
    written = []
    for name, text in texts.items():
        path = os.path.join(folder, name)
        data = text.encode("utf-8")
        if disk.read(path) != data:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            disk.overwrite(path, data)
            written.append(name)
    return written
