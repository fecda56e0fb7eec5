"""Finds the controller of a domain and holds it to its protocol before the first request.

A method that is missing, or takes other arguments than the handler will give it, would be found by a user of the API;
here it stops the start and says where. Types are left to the type checker, which sees them better.
"""

import inspect
import os
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from framework.runtime import sources
from framework.runtime.routes import Dependency


class Misfit(Exception):
    """Controllers that cannot serve their domains, with every place that does not fit."""


def find(package: str, protocols: Mapping[str, type]) -> dict[str, Dependency]:
    """For each domain the dependency that gives its controller, made once and now.

    All that does not fit is said at once, so that one start names everything."""
    found, wrong = {}, []
    for domain, protocol in protocols.items():
        name = protocol.__name__.removesuffix("Protocol")
        try:
            found[domain] = _always(load(protocol, f"{package}.{domain}", name))
        except Misfit as fault:
            wrong.append(str(fault))
    if wrong:
        raise Misfit("\n" + "\n".join(wrong))
    return found


def load(protocol: type, module: str, name: str) -> Any:
    """An instance of the class, or a `Misfit` that names all that is wrong with it."""
    found = getattr(_imported(module, name, protocol), name, None)
    if not inspect.isclass(found):
        told = f"{module} has no class {name}; `autogen generate` writes it where the file is missing"
        raise Misfit(told + _asked(protocol))
    wrong = list(misfits(protocol, found))
    if wrong:
        raise Misfit("\n".join([f"{name} does not fit {protocol.__name__}:", *wrong]))
    try:
        inspect.signature(found).bind()
    except TypeError:
        where = place(found, found.__dict__.get("__init__"))
        raise Misfit(f"{where}: {name} is made without arguments; give those of __init__ defaults") from None
    return found()


def _always(made: object) -> Dependency:
    async def get_controller() -> object:
        return made

    return get_controller


def misfits(protocol: type, found: type) -> Iterator[str]:
    """One line for each method of the protocol that a controller lacks or has in another form."""
    for name in sorted(getattr(protocol, "__abstractmethods__", ())):
        asked = getattr(protocol, name)
        wanted = inspect.signature(asked)
        own = getattr(found, name, None)
        if own is None or getattr(own, "__isabstractmethod__", False):
            yield f"  {place(found)}: no method {name}; write `async def {name}{_shown(wanted)}`{_asked(asked)}"
        elif not inspect.iscoroutinefunction(own):
            yield f"  {place(found, own)}: {name} must be `async def`{_asked(asked)}"
        elif not _takes(own, wanted):
            has = f"{name}{_shown(inspect.signature(own))}"
            yield f"  {place(found, own)}: {has} must take {_shown(wanted)} by keyword{_asked(asked)}"


def _asked(made: object) -> str:
    """Which line of the specs wants a method, or a whole domain."""
    place = sources.place(made)
    return f" (asked for by {place})" if place else ""


def _imported(module: str, name: str, protocol: type) -> ModuleType:
    try:
        return import_module(module)
    except ModuleNotFoundError as fault:
        if fault.name is None or not module.startswith(fault.name):
            raise
        told = f"{module} is missing, and with it {name}; `autogen generate` writes it"
        raise Misfit(told + _asked(protocol)) from None


def _takes(own: Callable[..., object], wanted: inspect.Signature) -> bool:
    """Whether a handler, which gives every argument by its name, can call it."""
    names = [name for name in wanted.parameters if name != "self"]
    try:
        inspect.signature(own).bind(None, **dict.fromkeys(names))
    except TypeError:
        return False
    return True


def _shown(signature: inspect.Signature) -> str:
    return f"({', '.join(signature.parameters)})"


def place(found: type, function: object = None) -> str:
    """`file:line`, the file as seen from where the process was started."""
    target = inspect.unwrap(function) if callable(function) else found
    try:
        path, line = inspect.getsourcefile(target), inspect.getsourcelines(target)[1]
    except (OSError, TypeError):
        return found.__qualname__
    return f"{Path(os.path.relpath(path)).as_posix()}:{line}" if path else found.__qualname__
