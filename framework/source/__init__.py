"""The front door: finds the files of a workspace and reads each into plain values with a place for every key."""

from pathlib import Path

from framework.diagnostics import Report
from framework.source import cache
from framework.source.file import SourceFile, SourceTree
from framework.source.layout import Entry, survey
from framework.source.place import At, Place
from framework.source.text import load
from framework.source.tree import parse

__all__ = ["At", "Place", "SourceFile", "SourceTree", "read"]


def read(root: Path, report: Report) -> SourceTree:
    """Every spec of the workspace. A file that cannot be read is kept as broken, so that its names are not missed."""
    layout = survey(root, report)
    files = tuple(_read(root, entry, report) for entry in layout.entries)
    return SourceTree(files, layout.folders, layout.watched)


def _read(root: Path, entry: Entry, report: Report) -> SourceFile:
    loaded = load(root / entry.path, entry.path, report)
    if loaded is None:
        return SourceFile(entry, "", "", None, None, broken=True)
    text, digest = loaded
    known = cache.recall(root, digest)
    if known is not None:
        return SourceFile(entry, text, digest, *known, cached=True)
    parsed = parse(entry.path, text, report)
    if parsed.place is None:
        return SourceFile(entry, text, digest, None, None, broken=True)
    return SourceFile(entry, text, digest, parsed.value, parsed.place, faulty=parsed.faulty)
