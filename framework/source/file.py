"""What source gives: the files of a workspace, each a plain value with its places."""

import re
from dataclasses import dataclass, replace
from typing import Any

from framework.source.layout import Entry
from framework.source.place import WHOLE, At, Place

_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """`broken` has no value at all; `faulty` has one, but something in it was reported and left out."""

    entry: Entry
    text: str
    digest: str
    value: Any
    place: Place | None
    broken: bool = False
    faulty: bool = False
    cached: bool = False

    @property
    def path(self) -> str:
        return self.entry.path

    @property
    def at(self) -> At:
        return At(self.path, self.place or WHOLE)

    def holding(self, value: object, place: Place) -> "SourceFile":
        """The same file with another reading of its text."""
        return replace(self, value=value, place=place)

    def lines(self) -> list[str]:
        return _BREAK.split(self.text)


@dataclass(frozen=True, slots=True)
class SourceTree:
    """`folders` are the services that have a folder of specs; `watched` is what a change of the input would touch."""

    files: tuple[SourceFile, ...]
    folders: tuple[str, ...]
    watched: tuple[str, ...]

    def lines(self, path: str) -> list[str]:
        """The lines of a file, to be shown to its author; none for a file that could not be read."""
        for file in self.files:
            if file.path == path:
                return file.lines()
        return []
