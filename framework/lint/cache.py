"""What the last run found in each file, for as long as the file and all that it was resolved through are the same.

The entries are JSON and not pickles: a cache that came with a stranger's folder must not be able to run code."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from framework import __version__
from framework.diagnostics import Code, Diagnostic, Edit, Fix, Related, Span
from framework.lint.allow import Allowance, Checked
from framework.lint.code import files
from framework.lint.code.installed import listing
from framework.lint.code.modules import Modules
from framework.lint.where import Kind
from framework.output.origin import build

FILE = ".autogen/cache/lint.json"
FORMAT = 1
OF_FILES = (files.UNREADABLE, files.UNPARSED, files.NEWER, files.TOO_DEEP)
"""The codes of reading, which a file has beside those of the rules."""

Node = dict[str, Any]
"""A module in the cache: `digest`, and `asked`, which path each name led to."""


class Cache:
    """`key` is the state of the specs; the framework, the Python and the installed packages are added to it."""

    def __init__(self, root: Path, key: str, modules: Modules, codes: Iterable[Code]) -> None:
        self.modules = modules
        self.codes = {code.id: code for code in (*codes, *OF_FILES)}
        self.key = _key(root, key) if key else ""
        self.nodes: dict[str, Node] = {}
        self.entries_: dict[str, Any] = {}
        self._read(root)
        self.stale = self._stale()

    def get(self, path: str, kind: Kind) -> Checked | None:
        entry = self.entries_.get(path)
        try:
            if entry is None or entry["kind"] != kind or path in self.stale:
                return None
            found = tuple(self._diagnostic(row) for row in entry["found"])
            allowances = tuple(_allowance(row) for row in entry["allowances"])
            return Checked(path, kind, found, allowances, tuple(entry["imports"]))
        except (KeyError, TypeError, ValueError, IndexError):
            return None

    def entries(self, checked: Mapping[str, Checked]) -> dict[str, str]:
        """The file of the cache for the next run; nothing where it would be the same."""
        if not self.key:
            return {}
        nodes = {
            path: node for path, node in self.nodes.items() if path in self.modules.paths and path not in self.stale
        }
        for path, names in self.modules.asked.items():
            before = nodes.get(path, {}).get("asked", {})
            asked = {**before, **{name: self.modules.lookup(name, path) or "" for name in names}}
            nodes[path] = {"digest": self.modules.digest(path) if path else "", "asked": asked}
        rows = {path: _entry(file) for path, file in checked.items() if path in self.modules.paths}
        for path in {*rows} - {*nodes}:
            nodes[path] = {"digest": self.modules.digest(path), "asked": {}}
        if nodes == self.nodes and rows == self.entries_:
            return {}
        whole = {"format": FORMAT, "key": self.key, "nodes": nodes, "entries": rows}
        return {FILE: json.dumps(whole, separators=(",", ":"), sort_keys=True)}

    def _read(self, root: Path) -> None:
        try:
            saved = json.loads((root / FILE).read_bytes())
            if self.key and saved["format"] == FORMAT and saved["key"] == self.key:
                self.nodes, self.entries_ = dict(saved["nodes"]), dict(saved["entries"])
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return

    def _stale(self) -> frozenset[str]:
        """The files that changed, and all that were resolved through one of them."""
        try:
            changed = {path for path, node in self.nodes.items() if not self._stands(path, node)}
            users: dict[str, set[str]] = {}
            for path, node in self.nodes.items():
                for target in node["asked"].values():
                    users.setdefault(target, set()).add(path)
        except (TypeError, AttributeError, KeyError):
            self.nodes, self.entries_ = {}, {}
            return frozenset()
        waiting = list(changed)
        while waiting:
            new = users.get(waiting.pop(), set()) - changed
            changed |= new
            waiting += new
        return (
            frozenset(self.entries_) if "" in changed else frozenset(changed | (set(self.entries_) - set(self.nodes)))
        )

    def _stands(self, path: str, node: Node) -> bool:
        if path and (path not in self.modules.known or self.modules.digest(path) != node["digest"]):
            return False
        return all((self.modules.lookup(name, path) or "") == target for name, target in node["asked"].items())

    def _diagnostic(self, row: list[Any]) -> Diagnostic:
        code, span, message, hint, related, fix = row
        others = tuple(Related(Span(*place), text) for place, text in related)
        return Diagnostic(self.codes[code], Span(*span), message, hint, others, _fix(fix))


def _key(root: Path, key: str) -> str:
    parts = [key, __version__, build(), sys.version, *listing(root)]
    return blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _entry(file: Checked) -> dict[str, Any]:
    return {
        "kind": file.kind,
        "imports": list(file.imports),
        "found": [_row(found) for found in file.found],
        "allowances": [
            [list(one.span), one.line, one.gap, list(one.codes), one.until, one.problem] for one in file.allowances
        ],
    }


def _row(found: Diagnostic) -> list[Any]:
    related = [[list(other.span), other.message] for other in found.related]
    edits = [[edit.file, list(edit.start), list(edit.end), edit.text] for edit in found.fix.edits] if found.fix else []
    fix = [edits, found.fix.safe] if found.fix else None
    return [found.code.id, list(found.span), found.message, found.hint, related, fix]


def _fix(row: list[Any] | None) -> Fix | None:
    if row is None:
        return None
    edits = [Edit(file, (start[0], start[1]), (end[0], end[1]), text) for file, start, end, text in row[0]]
    return Fix(tuple(edits), bool(row[1]))


def _allowance(row: list[Any]) -> Allowance:
    span, line, gap, codes, until, problem = row
    return Allowance(Span(*span), line, gap, tuple(codes), until, problem)
