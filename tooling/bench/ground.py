"""Lays out what the processes of `floor` need, from a workspace that was generated."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("floor.py")
OF_THIS_MACHINE = ("cache", "lock")


@dataclass(frozen=True, slots=True)
class Ground:
    """`folder` holds the lists, and `target` in it is what the floor of a cold run writes."""

    folder: Path

    @property
    def target(self) -> Path:
        return self.folder / "target"

    @property
    def cold(self) -> list[str]:
        needed = (self.folder / "specs", self.folder / "sizes", self.folder / "data", self.target)
        return [sys.executable, str(SCRIPT), "generate", *map(str, needed)]

    @property
    def idle(self) -> list[str]:
        return [sys.executable, str(SCRIPT), "idle", str(self.folder / "files")]


def lay(root: Path, folder: Path) -> Ground:
    """File by file, for a process is counted from the size of the one that starts it."""
    found = sorted(path for path in root.rglob("*") if path.is_file() and not _cached(path.relative_to(root)))
    made = [path for path in found if path.suffix != ".yaml"]
    lists: dict[str, list[object]] = {
        "specs": [str(path) for path in found if path.suffix == ".yaml"],
        "sizes": [(str(path.relative_to(root)), path.stat().st_size) for path in made],
        "files": [str(path) for path in found],
    }
    folder.mkdir()
    for name, value in lists.items():
        (folder / name).write_text(json.dumps(value), encoding="utf-8")
    with open(folder / "data", "wb") as data:
        for path in made:
            data.write(path.read_bytes())
    return Ground(folder)


def _cached(path: Path) -> bool:
    return path.parts[0] == ".autogen" and path.parts[1] in OF_THIS_MACHINE
