"""What the specs mark `sensitive` or `pii`: the names of such fields, and their values in what a request brought."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl, quote
from uuid import UUID

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from framework.runtime.context import Context
from framework.runtime.model import Model
from framework.runtime.requests.exchange import KEPT
from framework.runtime.told.patterns import MASK
from framework.runtime.types import Guard

_WORDS = frozenset(
    {"password", "passwd", "passphrase", "secret", "token", "authorization", "cookie", "credential", "credentials"}
    | {"apikey", "otp", "pin", "cvv", "cvc", "iban", "ssn"}
)
_PAIRS = ("api_key", "private_key", "access_key", "secret_key", "signing_key", "encryption_key", "set_cookie")
_HEADERS = frozenset({b"authorization", b"proxy-authorization", b"cookie", b"x-api-key"})
_SHORTEST, _PLAIN = 3, 8
"""A shorter value would blot out half of a text; from this length on it is sought inside of words, too."""

_MOST = 20_000


class Unknown(Exception):
    """What a request brought is too large, or no JSON after all: no value of it can be told from a text."""


class Values:
    """Values that are sought in texts. Most texts hold none of them, so what finds one is made of those that do."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known = sorted(((text.lower(), text) for text in set(texts)), key=lambda one: (-len(one[0]), one))

    def hidden(self, text: str) -> str:
        lowered = text.lower()
        found = [_sought(value) for small, value in self._known if small in lowered]
        return re.sub("|".join(found), MASK, text, flags=re.IGNORECASE) if found else text


def marked(field: FieldInfo) -> bool:
    return any(isinstance(one, Guard) for one in field.metadata)


def names() -> frozenset[str]:
    """How the marked fields of all classes that are loaded are called, in Python and on the wire."""
    found, waiting = set(), [Model]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        for name, field in kind.model_fields.items():
            if marked(field):
                found |= {plain(one) for one in (name, field.alias) if one}
    return frozenset(found)


def plain(name: str) -> str:
    """The name as all its spellings have it: `Set-Cookie`, `setCookie`, `set_cookie`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", "_", name).lower().strip("_")


def secret(name: str, known: frozenset[str]) -> bool:
    """Whether a value of this name is never told."""
    name = plain(name)
    return name in known or not _WORDS.isdisjoint(name.split("_")) or any(pair in name for pair in _PAIRS)


def values(context: Context, known: frozenset[str]) -> Values:
    """The marked values of a request, as texts. Gathered when a record is written, never before."""
    found: set[str] = set()
    for one in context.told:
        found |= {text for value in ([one] if _single(one) else _of(one, known)) for text in _texts(value)}
    for value in _asked(context, known):
        found |= set(_texts(value))
    if len(found) > _MOST:
        raise Unknown
    return Values(found)


def spellings(text: str) -> set[str]:
    """A value as it stands in texts of all sorts: as it is, as Python and JSON quote it, in a URL."""
    return {text, repr(text)[1:-1], json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1], quote(text)}


def _asked(context: Context, known: frozenset[str]) -> Iterator[object]:
    """From the request as it came, so that a value is known before it has been found to be valid."""
    if context.scope is not None:
        yield from _outside(context.scope, known)
    if sum(map(len, context.chunks)) > KEPT:
        raise Unknown
    body = b"".join(context.chunks)
    if body:
        try:
            yield from _of(json.loads(body), known)
        except (ValueError, RecursionError):
            raise Unknown from None


def _outside(scope: Mapping[str, Any], known: frozenset[str]) -> Iterator[object]:
    """Parameters; and of the headers those that prove who asks."""
    query = parse_qsl(bytes(scope.get("query_string", b"")).decode("latin-1"), keep_blank_values=True)
    yield from (value for name, value in query if secret(name, known))
    yield from (value for name, value in scope.get("path_params", {}).items() if secret(name, known))
    for name, value in scope.get("headers", ()):
        text = value.decode("latin-1")
        if name == b"cookie":
            yield from (one.partition("=")[2].strip() for one in text.split(";"))
        elif name in _HEADERS:
            yield text.partition(" ")[2] or text
        elif secret(name.decode("latin-1"), known):
            yield text


def _of(value: object, known: frozenset[str]) -> Iterator[object]:
    """Everything under a marked name, however deep, and the marked fields of models."""
    waiting = [(value, False)]
    while waiting:
        one, hidden = waiting.pop()
        if isinstance(one, BaseModel):
            fields = type(one).model_fields
            told = vars(one).items()
            waiting += [(inner, hidden or (name in fields and marked(fields[name]))) for name, inner in told]
        elif isinstance(one, Mapping):
            waiting += [(inner, hidden or secret(str(name), known)) for name, inner in one.items()]
        elif isinstance(one, list | tuple | set | frozenset):
            waiting += [(inner, hidden) for inner in one]
        elif hidden:
            yield one


def _single(value: object) -> bool:
    return not isinstance(value, BaseModel | Mapping | list | tuple | set | frozenset)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal | UUID | dt.date | dt.time):
        return
    if isinstance(value, dt.date | dt.time):
        yield from (value.isoformat(), repr(value))
    text = str(value).strip()
    if len(text) >= _SHORTEST:
        yield from spellings(text)


def _sought(text: str) -> str:
    inside = re.escape(text)
    return inside if len(text) >= _PLAIN else rf"(?<!\w){inside}(?!\w)"
