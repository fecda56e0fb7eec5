"""Writes the fingerprint of a run, for the next one to find that it has nothing to do.

What is kept must be true of the run and not only of the moment after it. So every input is read once more and must be
what was compiled, and every output must be what was written; otherwise there is no fingerprint, and the next run is a
whole one.
"""

import json
import os
from collections.abc import Sequence
from typing import Any

from framework import symbols
from framework.diagnostics import Diagnostic, Report
from framework.output import disk, manifest
from framework.output.findings import pack
from framework.output.fingerprint import FILE, FORMAT, content, maker, signature
from framework.output.planner import Plan
from framework.source import SourceTree
from framework.source.layout import survey


def write(plan: Plan, tree: SourceTree, diagnostics: Sequence[Diagnostic], sources: bytes) -> None:
    """`sources` is the map that was written."""
    path = os.path.join(plan.root, FILE)
    beside = path + disk.TEMPORARY
    try:
        with open(beside, "wb") as file:
            # The disk's own clock, which is coarser than ours and may be another machine's.
            entry = _entry(plan, tree, diagnostics, os.stat(beside).st_mtime_ns)
            entry["watched"] = _watched(plan, tree, {symbols.FILE: disk.digest(sources)})
            file.write(json.dumps(entry, separators=(",", ":")).encode())
        if entry["watched"] is not None:
            os.replace(beside, path)
        else:
            disk.remove(path)
    finally:
        disk.remove(beside)


def _entry(plan: Plan, tree: SourceTree, diagnostics: Sequence[Diagnostic], clock: int) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "framework": maker(),
        "clock": clock,
        "files": len(tree.files),
        "written": [[entry.path, entry.kind, entry.generator] for entry in plan.manifest.entries],
        "diagnostics": pack(diagnostics),
    }


def _watched(plan: Plan, tree: SourceTree, digests: dict[str, str]) -> dict[str, Any] | None:
    root = os.fspath(plan.root)
    if survey(plan.root, Report()).watched != tree.watched:
        return None
    texts = {file.path: file.text for file in tree.files if not file.broken}
    digests |= {entry.path: entry.digest for entry in plan.manifest.entries if entry.kind == "owned"}
    digests |= plan.read
    digests[manifest.FILE] = disk.digest(plan.manifest.text().encode())
    watched: dict[str, Any] = {}
    for path in (*tree.watched, *digests):
        full = os.path.join(root, path)
        watched[path] = [*signature(full), content(full)] if os.path.exists(full) else None
        if path in texts and _text(full) != texts[path]:
            return None
        if path in digests and disk.digest(disk.read(full) or b"") != digests[path]:
            return None
    return watched


def _text(path: str) -> str | None:
    try:
        return (disk.read(path) or b"").decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
