"""What the last `generate` parsed, by the digest of the text. Read here; written by `output.apply`, like all else.

The entries are JSON and not pickles: a cache that came with a stranger's folder must not be able to run code.
"""

import json
from pathlib import Path

from framework.source.file import SourceTree
from framework.source.place import Place

FOLDER = ".autogen/cache/parsed"

_encode = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode  # no alias leads into itself


def recall(root: Path, digest: str) -> tuple[object, Place] | None:
    try:
        entry = json.loads((root / FOLDER / f"{digest}.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(entry, list) or len(entry) != 2 or not isinstance(entry[1], list):
        return None
    return entry[0], entry[1]


def entries(tree: SourceTree) -> dict[str, str | None]:
    """Every sound file of a run by its path in the cache: its entry, or None where the cache has it already."""
    found: dict[str, str | None] = {}
    for file in tree.files:
        if file.place is not None and not file.faulty:
            text = None if file.cached else _encode([file.value, file.place])
            found[f"{FOLDER}/{file.digest}.json"] = text
    return found
