"""The files that a command was pointed at, as paths from the root."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from framework.cli.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Scope:
    """`paths` are files and folders from the root; none of them means everything."""

    paths: tuple[str, ...]

    def holds(self, file: str) -> bool:
        return not self.paths or any(_within(file, path) for path in self.paths)

    def strangers(self, files: Iterable[str]) -> list[str]:
        """The paths that none of the files lies at or under."""
        known = list(files)
        return [path for path in self.paths if not any(_within(file, path) for file in known)]


def scope(root: Path, words: Sequence[str]) -> Scope:
    """Paths as they were typed, from the current folder or, where nothing lies there, from the root."""
    return Scope(tuple(dict.fromkeys(_path(root, word) for word in words)))


def _path(root: Path, word: str) -> str:
    path = next((place for place in (os.path.abspath(word), os.path.join(root, word)) if os.path.lexists(place)), None)
    if path is None or not word:
        raise Refusal(f"there is no file or folder '{word}'", f"paths start at the current folder or at {root}")
    for start, there in ((os.path.abspath(root), path), (os.path.realpath(root), os.path.realpath(path))):
        way = os.path.relpath(there, start)
        if way != os.pardir and not way.startswith(os.pardir + os.sep):
            return way.replace(os.sep, "/")
    raise Refusal(f"'{word}' lies outside of the workspace {root}", "name the other workspace with --root")


def _within(file: str, path: str) -> bool:
    return path == "." or file == path or file.startswith(path + "/")
