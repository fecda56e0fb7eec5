"""A process that is told wrong things does not start, and says all of them at once."""

import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from framework.runtime.settings.environment import Unreadable, key, variable
from framework.runtime.settings.markers import secret
from framework.runtime.settings.variables import Variables
from framework.runtime.wire import values

Class = TypeVar("Class", bound=Variables)

EXPECTED = {
    "missing": "is not set, and has no default",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a whole number of 64 bits",
    "int_from_float": "must be a whole number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "uuid_parsing": "must be a UUID",
    "url_parsing": "must be a URL",
    "string_unicode": "must be text that UTF-8 can hold",
}
"""In the words of a reader, and where Pydantic's own quote the value."""

FORMS = {
    values.URL: "must be an absolute URL",
    values.EMAIL: "must be an e-mail address",
    values.TEXT: "must hold no NUL",
}
"""What the patterns of the runtime's own types ask for."""

BY_HAND = frozenset({"value_error", "assertion_error"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one variable. `declared` is where people find it; `told` follows the name in a sentence."""

    variable: str
    told: str
    description: str
    declared: str


class StartRefused(Exception):
    """Why a process does not start. Names variables and shows no value."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(["the process does not start:", *map(_line, self.faults)]))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.faults,)


def load(settings: type[Class]) -> Class:
    """The settings of this process, or a `StartRefused`. The fault is raised outside of the handlers, so that no
    traceback leads from it to what was found."""
    try:
        return settings()
    except ValidationError as fault:
        found = _faults(settings, fault)
    except Unreadable as fault:
        found = [Fault("", str(fault), "The file of variables in the working directory", "")]
    raise StartRefused(found)


def _faults(settings: type[Variables], fault: ValidationError) -> list[Fault]:
    """One for each variable: of a list with ten wrong items the first is told."""
    found: dict[str, Fault] = {}
    for error in fault.errors(include_url=False, include_input=False):
        name = str(error["loc"][0]) if error["loc"] else ""
        found.setdefault(name, _fault(settings, name, error))
    return list(found.values())


def _fault(settings: type[Variables], loc: str, error: Mapping[str, Any]) -> Fault:
    fields = settings.model_fields
    name = next((name for name, field in fields.items() if loc in (name, key(name, field))), "")
    if not name:
        return Fault("", _told(error, hidden=False), "", settings.DECLARED)
    field = fields[name]
    home = next((one for one in settings.__mro__ if name in inspect.get_annotations(one)), settings)
    told = _told(error, hidden=secret(field))
    return Fault(variable(name, field), told, field.description or "", getattr(home, "DECLARED", ""))


def _told(error: Mapping[str, Any], hidden: bool) -> str:
    """What a validator written by hand says of a secret may quote it."""
    if hidden and error["type"] in BY_HAND:
        return "is not accepted"
    item = f"item {error['loc'][1] + 1} " if len(error["loc"]) > 1 and isinstance(error["loc"][1], int) else ""
    form = FORMS.get(error.get("ctx", {}).get("pattern", ""))
    words = form or EXPECTED.get(error["type"]) or str(error["msg"]).removeprefix("Value error, ")
    for theirs in ("Input should", "String should", "Value should", "List should"):
        words = words.replace(theirs, "must", 1) if words.startswith(theirs) else words
    return item + words


def _line(fault: Fault) -> str:
    place = f" ({fault.declared})" if fault.declared else ""
    about = f"\n    {fault.description}{place}" if fault.description else place
    return f"  {f'{fault.variable} {fault.told}'.strip()}{about}"
