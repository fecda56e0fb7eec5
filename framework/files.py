"""What emit gives and output takes: texts with their owners, in memory."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from framework.symbols import Symbol

Class = Literal["owned", "seeded", "managed"]


@dataclass(frozen=True, slots=True)
class File:
    """A file to be. `id` says what it is of, so that it is known again under another path. `members` are what a seeded
    Python file must hold whatever became of it: functions, and methods as `Class.method`. `symbols` are what is defined
    in a Python file, by its qualified name, with the place in the specs that it is made from."""

    path: str
    text: str
    kind: Class
    generator: str
    id: str
    executable: bool = False
    members: tuple[str, ...] = ()
    symbols: Mapping[str, Symbol] = field(default_factory=dict)


class FileSet(Mapping[str, File]):
    """Files by path, sorted. Two files for one path are a bug of the generators, said at once."""

    def __init__(self, files: Iterable[File] = ()) -> None:
        found: dict[str, File] = {}
        for file in files:
            if file.path in found:
                raise ValueError(f"{file.path} comes from {found[file.path].generator} and from {file.generator}")
            found[file.path] = file
        self._files = {path: found[path] for path in sorted(found)}

    def __getitem__(self, path: str) -> File:
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
