"""What a module imports, and under which names.

A class body is a scope of its own: after `date: dt.date | None = None` the word `date` means None there. So nothing is
known by a name that a body of the module binds; where a spec uses the usual one, it gets an underscore, with which no
name of a spec begins.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from framework.emit.languages import Snippet
from framework.ir import Enum, Model, NamedType, Variant

SHARED = "shared.generated.schemas"
STANDARD = sys.stdlib_module_names
WORKSPACE = ("shared", "services")

_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class _Import:
    """`name` is None where the module itself is imported. `local` is what the importing module calls it."""

    module: str
    name: str | None
    local: Snippet

    def __str__(self) -> str:
        if self.name is None:
            return f"import {self.module}" + (f" as {self.local}" if self.local != self.module else "")
        return self.name + (f" as {self.local}" if self.local != self.name else "")

    @property
    def section(self) -> int:
        top = self.module.split(".")[0]
        return 0 if top in STANDARD else 2 if top in WORKSPACE else 1


class Imports:
    """`home` is the module that imports. `bodies` are the names that its class bodies bind (fields, methods), `classes`
    those of its own classes and functions."""

    def __init__(self, home: str, bodies: Iterable[str] = (), classes: Iterable[str] = ()) -> None:
        self.home = home
        self._bodies = frozenset(bodies)
        self._taken = self._bodies | frozenset(classes)
        self._found: dict[tuple[str, str | None], _Import] = {}
        self.said: dict[tuple[object, ...], Snippet] = {}
        """Annotations of this module, for those who write them; the same types stand in it again and again."""

    def module(self, path: str, alias: str = "") -> Snippet:
        """The name of a module. Without an alias it is its last part."""
        parent, _, last = path.rpartition(".")
        return self._local(parent, last, alias) if parent else self._local(path, None, alias or last)

    def member(self, module: str, name: str) -> Snippet:
        """The name of what a module holds."""
        return self._local(module, name)

    def builtin(self, name: str) -> Snippet:
        if name not in self._taken:
            return Snippet(name)
        return Snippet(f"{self.module('builtins', '_builtins')}.{name}")

    def declared(self, target: Model | Variant | Enum | NamedType) -> Snippet:
        """The class or the named type that a declaration has become."""
        module = schemas_module(target.service)
        if module == self.home:
            return self.own(target.name.text)
        alias = "shared" if module == SHARED else "schemas"
        return Snippet(f"{self.module(module, alias)}.{target.name}")

    def own(self, name: str) -> Snippet:
        """A class of this module as its class bodies call it. An import is never called so."""
        return Snippet(f"_{name}_" if name in self._bodies else name)

    def hidden(self, name: str) -> bool:
        """Whether a class of this module needs a second name, for its own is hidden in class bodies."""
        return name in self._bodies

    def block(self) -> Snippet:
        """All imports, sorted as isort does, without a line break at the end."""
        ordered = sorted(self._found.values(), key=lambda one: (one.section, _order(one)))
        sections = ("\n".join(_lines(list(group))) for _, group in groupby(ordered, key=lambda one: one.section))
        return Snippet("\n\n".join(sections))

    def _local(self, module: str, name: str | None, wanted: str = "") -> Snippet:
        found = self._found.get((module, name))
        if found is None:
            local = wanted or name or module
            found = _Import(module, name, Snippet(f"_{local}" if local in self._taken else local))
            self._found[module, name] = found
        return found.local


def schemas_module(service: str | None) -> str:
    """Where the classes of a service stand; those that all share, for None."""
    return SHARED if service is None else f"services.{service}.src.generated.schemas"


def _order(one: _Import) -> tuple[object, ...]:
    return (one.name is not None, _natural(one.module), one.module, _member(one))


def _member(one: _Import) -> tuple[object, ...]:
    """Constants before classes before the rest."""
    name = one.name or ""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return (kind, _natural(name), name, one.local)


def _natural(text: str) -> list[tuple[int, int | str]]:
    return [(0, int(part)) if part.isdigit() else (1, part) for part in _NUMBER.split(text.lower()) if part]


def _lines(section: list[_Import]) -> Iterator[str]:
    for (module, aliased), group in groupby(section, key=lambda one: (one.module, _alone(one))):
        ones = list(group)
        if ones[0].name is None:
            yield from map(str, ones)
        elif aliased:
            yield from (f"from {module} import {one}" for one in ones)
        else:
            yield _from(module, [str(one) for one in ones])


def _alone(one: _Import) -> bool:
    return one.name is not None and one.local != one.name


def _from(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= 120:
        return line
    return "\n".join((f"from {module} import (", *(f"    {name}," for name in names), ")"))
