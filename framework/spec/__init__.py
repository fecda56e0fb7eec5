"""The shape of the language: each file becomes a frozen object with one field per YAML key, nothing computed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from framework.diagnostics import Report
from framework.source import At, SourceFile, SourceTree
from framework.spec.error import ErrorsFile
from framework.spec.event import EventsFile
from framework.spec.faults import fitted
from framework.spec.model import ModelsFile
from framework.spec.operation import DomainFile
from framework.spec.service import ManifestFile, ServiceFile, ServicesFile
from framework.spec.shape import Shape

__all__ = ["FILES", "Sheet", "Spec", "validate"]

FILES: dict[str, type[Shape]] = {
    "services": ServicesFile,
    "models": ModelsFile,
    "events": EventsFile,
    "errors": ErrorsFile,
    "service": ServiceFile,
    "manifest": ManifestFile,
    "domain": DomainFile,
}
"""The shape of each kind of file, in the order of the reference."""

S = TypeVar("S", bound=Shape)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[S]):
    """A file with its shape. `service` is None for what is shared; `name` is the file's, without suffix."""

    body: S
    at: At
    service: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Spec:
    """`broken` are the kinds, services and names of the files that could not be read: their declarations are unknown,
    so nobody may be told that one is missing. `faulty` are the places that were reported already."""

    sheets: tuple[Sheet[Shape], ...]
    broken: frozenset[tuple[str, str | None, str]]
    faulty: frozenset[tuple[str, tuple[str | int, ...]]]

    def each(self, shape: type[S]) -> Iterator[Sheet[S]]:
        return (cast("Sheet[S]", sheet) for sheet in self.sheets if isinstance(sheet.body, shape))

    def sound(self, at: At) -> bool:
        """Whether nothing was reported inside of a declaration, so that what it lacks is really lacking."""
        return not self.faulty or (at.file, at.path) not in self.faulty


def validate(tree: SourceTree, report: Report) -> Spec:
    """Check the shape of every file. What does not fit is reported and left out; the rest goes on."""
    sheets: list[Sheet[Shape]] = []
    broken: set[tuple[str, str | None, str]] = set()
    faulty: set[tuple[str, tuple[str | int, ...]]] = set()
    for file in tree.files:
        entry = file.entry
        if file.faulty:
            faulty.add((file.path, ()))
        body = None if file.broken else _fit(file, report, faulty)
        if body is None:
            broken.add((entry.kind, entry.service, entry.name))
        else:
            sheets.append(Sheet(body, file.at, entry.service, entry.name))
    return Spec(tuple(sheets), frozenset(broken), frozenset(faulty))


def _fit(file: SourceFile, report: Report, faulty: set[tuple[str, tuple[str | int, ...]]]) -> Shape | None:
    return fitted(FILES[file.entry.kind], file.value, file.at, report, faulty)
