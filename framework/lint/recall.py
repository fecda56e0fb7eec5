"""The meaning of the specs as the last run knew it: where no spec has changed, a hook need not compile them again.

It is a pickle, for JSON has no objects that contain each other. What reads it back knows the classes of `framework.ir`
and no other name, so that a cache which came with a stranger's folder cannot run anything."""

from __future__ import annotations

import io
import pickle
from dataclasses import fields, is_dataclass
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any

from framework import __version__, ir, scalars
from framework.diagnostics import Report, Span
from framework.ir import Project
from framework.ir.field import Unset
from framework.output.origin import build
from framework.source.layout import survey

FILE = ".autogen/cache/project"
CLASSES: dict[tuple[str, str], type] = {
    (found.__module__, found.__name__): found
    for found in (*(getattr(ir, name) for name in ir.__all__), scalars.Scalar, Span, Decimal, Unset)
    if isinstance(found, type)
}
"""All that a project is made of. None of them does more than hold what it is given."""

NAMED: dict[str, Any] = {
    name: found
    for (_, name), found in CLASSES.items()
    if is_dataclass(found) and not found.__dataclass_params__.eq  # type: ignore[attr-defined]  # not in typeshed
}
"""Those that are equal only to themselves, and refer to each other in circles."""

WORDS = {kind: tuple(field.name for field in fields(kind)) for kind in NAMED.values()}


def state(root: Path) -> str:
    """A digest of the specs and of what reads them; empty where something is wrong with their files."""
    report = Report()
    digest = blake2b(f"{__version__} {build()}".encode(), digest_size=16)
    try:
        for entry in survey(root, report).entries:
            data = (root / entry.path).read_bytes()
            digest.update(f"\0{entry.path}\0{len(data)}\0".encode() + data)
    except (OSError, ValueError):
        return ""
    return "" if report.diagnostics else digest.hexdigest()


def project(root: Path, key: str) -> Project | None:
    """The project of this state of the specs, if the last run left it."""
    try:
        data = (root / FILE).read_bytes() if key else b""
        if data[: len(key)] != key.encode() or not key:
            return None
        found = _read(data[len(key) :])
    except Exception:  # noqa: BLE001  # a damaged pickle raises whatever it likes, and the specs are there to be read
        return None
    return found if isinstance(found, Project) else None


def entry(found: Project, key: str) -> bytes:
    """What `project` reads: the kinds of all named objects, then what each holds, with numbers for one another. Written
    as they refer to each other, they would be as deep as the workspace is large."""
    target = io.BytesIO()
    writer = _Writer(target, protocol=5)
    number = writer.number(found)
    for each in writer.found:  # grows as the states name more
        writer.dump(tuple(getattr(each, word) for word in WORDS[type(each)]))
    kinds = [type(each).__name__ for each in writer.found]
    return key.encode() + pickle.dumps((number, kinds)) + target.getvalue()


def numbered(number: int) -> object:
    """Stands in the pickle for the object of a number; the reader puts its own function in this place."""
    raise LookupError(number)


class _Writer(pickle.Pickler):
    def __init__(self, target: io.BytesIO, protocol: int) -> None:
        super().__init__(target, protocol)
        self.found: list[Any] = []
        self.numbers: dict[int, int] = {}

    def reducer_override(self, value: object) -> Any:
        return (numbered, (self.number(value),)) if type(value) in WORDS else NotImplemented

    def number(self, value: object) -> int:
        number = self.numbers.get(id(value))
        if number is None:
            number = self.numbers[id(value)] = len(self.found)
            self.found.append(value)
        return number


class _Reader(pickle.Unpickler):
    found: list[Any]

    def find_class(self, module: str, name: str) -> Any:
        return self.found.__getitem__ if name == numbered.__name__ else CLASSES[module, name]


def _read(data: bytes) -> object:
    source = io.BytesIO(data)
    number, kinds = _Reader(source).load()
    reader = _Reader(source)
    found = reader.found = [object.__new__(NAMED[kind]) for kind in kinds]
    tie = object.__setattr__
    for each in found:
        for word, value in zip(WORDS[type(each)], reader.load(), strict=True):
            tie(each, word, value)
    return found[number]
