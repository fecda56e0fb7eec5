"""What the last run found in each file, for as long as the file and all that it was resolved through are the same.

The entries are JSON and not pickles: a cache that came with a stranger's folder must not be able to run code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from framework.lint.allow import Checked
from framework.lint.code.modules import Modules
from framework.lint.where import Kind


class Cache:
    def __init__(self, root: Path, key: str, modules: Modules) -> None:
        self.root = root
        self.key = key
        self.modules = modules

    def get(self, path: str, kind: Kind) -> Checked | None:
        return None

    def entries(self, checked: Mapping[str, Checked]) -> dict[str, str]:
        return {}
