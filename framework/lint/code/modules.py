"""The modules of a workspace: found by their dotted names, parsed when somebody asks, and who asked for which."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from framework.diagnostics import Report
from framework.lint.code import files
from framework.lint.code.files import Parsed
from framework.lint.where import SKIPPED, holds_code, kind_of, service_of

OURS = str(Path(__file__).resolve().parents[2])
"""The compiler itself, which is no code of a service where it lies in a workspace."""


class Modules:
    """`asked` holds, for each module that was read, the names it was resolved through and what each led to, so that a
    finding can be kept until one of them leads elsewhere."""

    def __init__(self, root: Path, wanted: frozenset[type]) -> None:
        self.root = root
        self.wanted = wanted
        self.paths = tuple(sorted(_walk(str(root), "")))
        self.known = frozenset(self.paths)
        self.faults: dict[str, Report] = {}
        self.asked: dict[str, set[str]] = {}
        self._by_name = _named(self.paths)
        self._packages = _packages(self._by_name)
        self._data: dict[str, bytes | None] = {}
        self._parsed: dict[str, Parsed | None] = {}

    def data(self, path: str) -> bytes | None:
        """The bytes of a file, read once."""
        if path not in self._data:
            self._data[path] = files.read(self.root / path, path, self.faults.setdefault(path, Report()))
        return self._data[path]

    def digest(self, path: str) -> str:
        data = self.data(path)
        return files.digest(data) if data is not None else ""

    def parsed(self, path: str) -> Parsed | None:
        if path not in self._parsed:
            data = self.data(path)
            report = self.faults.setdefault(path, Report())
            self._parsed[path] = (
                files.parse(data, path, dotted(path), report, self.wanted) if data is not None else None
            )
        return self._parsed[path]

    def find(self, name: str, asker: str) -> str | None:
        """The path of a module by the name that a file uses: from the root, or as if its own folder were the root."""
        self.asked.setdefault(asker, set()).add(name)
        return self.lookup(name, asker)

    def lookup(self, name: str, asker: str) -> str | None:
        for prefix in _roots(asker):
            path = self._by_name.get(prefix + name)
            if path is not None:
                return path
        return None

    def package(self, name: str, asker: str) -> str | None:
        """The full name of a package without a file of its own: a folder that holds modules."""
        return next((prefix + name for prefix in _roots(asker) if prefix + name in self._packages), None)

    def below(self, start: str) -> list[str]:
        """The modules whose dotted names begin so."""
        return [name for name in self._by_name if name.startswith(start)]


def dotted(path: str) -> str:
    name = path.removesuffix(".py").replace("/", ".")
    return name.removesuffix(".__init__")


def generated(name: str) -> bool:
    """Whether a dotted name lies in generated code, be it on the disk or not."""
    return kind_of(name.replace(".", "/") + "/") == "generated"


def _roots(asker: str) -> Iterator[str]:
    yield ""
    service = service_of(asker)
    if service is not None:
        yield f"services.{service}.src."
        yield f"services.{service}."
    folder = asker.rpartition("/")[0].replace("/", ".")
    if folder:
        yield f"{folder}."


def _named(paths: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in paths:
        name = dotted(path)
        if name not in found or path.endswith("/__init__.py"):
            found[name] = path
    return found


def _packages(names: dict[str, str]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        parts = name.split(".")
        found.update(".".join(parts[:end]) for end in range(1, len(parts)))
    return frozenset(found)


def _walk(root: str, folder: str, above: tuple[str, ...] = ()) -> Iterator[str]:
    """The Python files of a folder. In the code of a service nothing is passed over that an import could reach: neither
    a folder that is called `build` nor one behind a link, unless that leads out of the workspace or in a circle."""
    place = os.path.realpath(os.path.join(root, folder))
    if place in above or place == OURS or os.path.commonpath((place, os.path.realpath(root))) != os.path.realpath(root):
        return
    try:
        with os.scandir(place) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    if folder and not holds_code(folder) and any(entry.name == "pyvenv.cfg" for entry in listed):
        return
    for entry in listed:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if not _is_folder(entry):
            if entry.name.endswith(".py"):
                yield path
        elif not entry.name.startswith(".") and (holds_code(path) or entry.name not in SKIPPED):
            yield from _walk(root, path, (*above, place))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
