"""Keeps what must not be told out of everything that leaves the process beside the answer: by the name under which a
value stands, by the value that the request at work has brought, and by its form.

Three ways, for each has its hole: a name is missing in an exception's text, a value that comes from elsewhere is not
known, and only few things have a form of their own.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

from pydantic import BaseModel, SecretBytes, SecretStr

from framework.runtime import context
from framework.runtime.told import guarded
from framework.runtime.told.patterns import MASK, masked

__all__ = ["MASK", "Redactor", "remember"]

_DEEPEST, _MOST, _LONGEST = 8, 200, 8192
"""A record is read by people: what is deeper, wider or longer than this is cut."""

_NONE = guarded.Values(())


def remember(*values: object) -> None:
    """Values, models or mappings that no record of the request or message at work may tell. Cheap: they are looked at
    when a record is written. What came with a request need not be remembered."""
    known = context.current()
    if known is not None:
        known.told += values


class Redactor:
    """`settings` is whatever holds secrets: their values are found in any text, also as parts of a URL."""

    def __init__(self, settings: BaseModel | None = None) -> None:
        self._known: frozenset[str] | None = None
        texts = {text for one in _secrets(settings) for text in _parts(one) if len(text) > 2}
        self._secrets = guarded.Values({spelt for text in texts for spelt in guarded.spellings(text)})

    def text(self, text: str) -> str:
        """Of a request whose values cannot be known no text is told at all."""
        try:
            text = self._values().hidden(text)
        except guarded.Unknown:
            return MASK
        return masked(self._secrets.hidden(text))

    def data(self, value: object, deep: int = 0) -> Any:
        """The value as JSON knows it, without what its names and its texts would give away."""
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, Enum):
            return self.data(value.value, deep)
        if isinstance(value, str):
            return self.text(value[:_LONGEST])
        if isinstance(value, SecretStr | SecretBytes):
            return MASK
        if isinstance(value, bytes | bytearray | memoryview):
            return f"<{len(value)} bytes>"
        if isinstance(value, UUID | Decimal | PurePath | dt.date | dt.time | dt.timedelta):
            return self.text(str(value))
        return self._inside(value, deep + 1) if deep < _DEEPEST else "…"

    def hides(self, name: str) -> bool:
        return guarded.secret(name, self._names)

    @property
    def _names(self) -> frozenset[str]:
        """Those of all classes there are when the first request comes; until then modules are still imported."""
        if self._known is not None:
            return self._known
        found = guarded.names()
        if context.current() is not None:
            self._known = found
        return found

    def _inside(self, value: object, deep: int) -> Any:
        if isinstance(value, BaseModel):
            return self._mapping(_fields(value), deep)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            told = ((one.name, getattr(value, one.name, None)) for one in dataclasses.fields(value) if one.repr)
            return self._mapping(told, deep)
        if isinstance(value, Mapping):
            return self._mapping(value.items(), deep)
        if isinstance(value, list | tuple | set | frozenset):
            return [self.data(one, deep) for one, _ in zip(value, range(_MOST), strict=False)]
        return self.text(_shown(value))

    def _mapping(self, told: Iterable[tuple[object, object]], deep: int) -> dict[str, Any]:
        return {
            self._name(str(name), deep): MASK if self.hides(str(name)) else self.data(one, deep)
            for (name, one), _ in zip(told, range(_MOST), strict=False)
        }

    def _name(self, name: str, deep: int) -> str:
        """Those of the first level are words of our code, the others may be anybody's."""
        return name if deep == 1 and name.isidentifier() else self.text(name)

    def _values(self) -> guarded.Values:
        """Those of the request at work, gathered once for as much of it as has come."""
        known = context.current()
        if known is None:
            return _NONE
        params = known.scope.get("path_params") if known.scope else None
        mark = (id(self), len(known.chunks), len(known.told), len(params or ()))
        if known.found is None or known.found[0] != mark:
            known.found = (mark, _gathered(known, self._names))
        found: guarded.Values | guarded.Unknown = known.found[1]
        if isinstance(found, guarded.Unknown):
            raise found
        return found


def _gathered(known: context.Context, names: frozenset[str]) -> guarded.Values | guarded.Unknown:
    try:
        return guarded.values(known, names)
    except guarded.Unknown as fault:
        return fault


def _fields(model: BaseModel) -> Iterator[tuple[str, object]]:
    fields = type(model).model_fields
    for name, value in vars(model).items():
        yield name, MASK if name in fields and guarded.marked(fields[name]) else value


def _shown(value: object) -> str:
    try:
        return str(value) if isinstance(value, BaseException) else repr(value)[:_LONGEST]
    except Exception:  # noqa: BLE001  # a `__repr__` of any kind
        return f"<{type(value).__qualname__}>"


def _secrets(value: object) -> Iterator[str]:
    """Every secret of the settings, in their parts, too."""
    if isinstance(value, SecretStr):
        yield value.get_secret_value()
    elif isinstance(value, SecretBytes):
        yield value.get_secret_value().decode("utf-8", "replace")
    elif isinstance(value, BaseModel):
        yield from (secret for one in vars(value).values() for secret in _secrets(one))
    elif isinstance(value, Mapping):
        yield from (secret for one in value.values() for secret in _secrets(one))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (secret for one in value for secret in _secrets(one))


def _parts(secret: str) -> Iterator[str]:
    """A secret, and where it is a URL the password in it, as it stands there and as it is meant. A URL without one
    tells where a server is, and that is no secret."""
    try:
        password = urlsplit(secret).password if "://" in secret else None
    except ValueError:
        password = None
    if password:
        yield from (password, unquote(password))
    if password or "://" not in secret:
        yield secret
