"""Finds generators, rules, commands and codes, so that no central list has to be edited.

A module is found because it lies in the package; one that forgets to bind its name is an error at the first run,
so neither a forgotten nor a misspelt registration can pass.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules, walk_packages
from types import ModuleType

from framework.diagnostics import Code


def collect(package: str, name: str) -> dict[str, object]:
    """The value bound to `name` in each module directly inside `package`, by module, sorted."""
    found: dict[str, object] = {}
    for module in sorted(entry.name for entry in iter_modules(_paths(package))):
        loaded = import_module(f"{package}.{module}")
        if not hasattr(loaded, name):
            raise LookupError(f"{package}.{module} binds no {name}")
        found[module] = getattr(loaded, name)
    return found


def packages(package: str) -> list[str]:
    """The packages directly inside `package`, sorted."""
    return sorted(f"{package}.{entry.name}" for entry in iter_modules(_paths(package)) if entry.ispkg)


def codes() -> dict[str, Code]:
    """Every code of the compiler, by id. Two modules that bind one id to two codes are an error."""
    found: dict[str, Code] = {}
    for module in _modules("framework"):
        for value in vars(module).values():
            if isinstance(value, Code) and found.setdefault(value.id, value) is not value:
                raise LookupError(f"{value.id} is bound twice, at last in {module.__name__}")
    return dict(sorted(found.items()))


def _modules(package: str) -> Iterator[ModuleType]:
    for entry in walk_packages(_paths(package), f"{package}."):
        if not entry.name.startswith("framework.runtime") and not entry.name.endswith("__main__"):
            yield import_module(entry.name)


def _paths(package: str) -> list[str]:
    return list(import_module(package).__path__)
