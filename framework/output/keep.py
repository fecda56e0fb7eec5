"""Writes what the guard keeps between two runs: its cache and the budget of suppressions."""

import os
from collections.abc import Mapping
from pathlib import Path

from framework.output import disk


def keep(root: Path, entries: Mapping[str, bytes]) -> None:
    """Each file as a whole, the old or the new one whenever the process ends."""
    for path, data in entries.items():
        place = os.path.join(root, path)
        if disk.read(place) != data:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            disk.overwrite(place, data)


def spare(root: Path, entries: Mapping[str, bytes]) -> None:
    """The same for a cache, without which the next run is slower and no other: nobody minds where it cannot be kept."""
    try:
        keep(root, entries)
    except OSError:
        return
