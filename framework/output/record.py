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
from framework.output.fingerprint import FILE, FORMAT, content, digest, maker, signature
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
        watched[path], data = _seen(os.path.join(root, path))
        if path in texts and _text(data) != texts[path]:
            return None
        if path in digests and _digest(watched[path], data) != digests[path]:
            return None
    return watched


def _seen(path: str) -> tuple[list[Any] | None, bytes]:
    """What stands there, read once for all that is asked of it."""
    if not os.path.exists(path):
        return None, b""
    now = signature(path)
    if os.path.isdir(path):
        return [*now, content(path)], b""
    data = disk.read(path) or b""
    return [*now, digest(data)], data


def _digest(seen: list[Any] | None, data: bytes) -> str:
    """The one of the fingerprint is that of the bytes as they are; where no line end may be git's, it is this one."""
    return disk.digest(data) if seen is None or b"\r" in data else str(seen[-1])


def _text(data: bytes) -> str | None:
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
