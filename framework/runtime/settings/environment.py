"""Reads the variables of a class: from the environment, from files that hold secrets, from `.env`.

Pydantic's own sources are not used: they match names in any case, take no list that is written with commas, give up at
the first value that is no JSON, and know no `*_FILE`.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_origin

from dotenv import dotenv_values
from pydantic.fields import FieldInfo
from pydantic_settings import PydanticBaseSettingsSource

from framework.runtime.settings.markers import Said, arms, marked, secret

if TYPE_CHECKING:
    from framework.runtime.settings.variables import Variables

LARGEST = 64 * 1024
"""Bytes of a file that holds a secret."""

SERVING = frozenset({"staging", "prod"})
"""Where no URL of a resource has a default, and none a password that everybody knows."""

GUARDED = SERVING | {"test"}
"""Where a default or a placeholder is no secret."""

SUFFIX = "_FILE"
Layer = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Unusable:
    """What a source found in the place of a value, in words that follow the name of the variable."""

    told: str


class Unreadable(Exception):
    """`.env` cannot be read, so that nobody knows which variables are set."""


class Environment(PydanticBaseSettingsSource):
    """What is set, as texts and lists; what cannot be used is an `Unusable`, so that all of it is told at once."""

    settings_cls: "type[Variables]"

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        raise NotImplementedError("the class asks for all of its values at once")

    def __call__(self) -> dict[str, Any]:
        layers = (os.environ, dotenv(self.settings_cls.DOTENV))
        fields = self.settings_cls.model_fields
        found = {}
        for name, field in fields.items():
            value = taken(variable(name, field), layers, secret(field))
            if value is not None:
                found[key(name, field)] = self._parsed(field, value)
        default = fields["app_env"].default
        app_env = str({"app_env": default, **found, **self.current_state}["app_env"]).strip().lower()
        return {**self._profile(app_env, found), **found}

    def _profile(self, app_env: str, found: Mapping[str, object]) -> dict[str, Any]:
        """What stands in for the variables that nobody has set."""
        given = dict(self.settings_cls.PROFILES.get(app_env, {}))
        told = f"is not set, and with APP_ENV={app_env} its default does not count"
        for name, field in self.settings_cls.model_fields.items():
            own = key(name, field)
            if own not in found and app_env in guarded(field) and _must_be_said(field):
                given[own] = Unusable(told)
        return given

    def _parsed(self, field: FieldInfo, value: str | Unusable) -> Any:
        many = many_of(field)
        if isinstance(value, Unusable) or not (many or self.field_is_complex(field)):
            return value
        if many and not value.lstrip().startswith("["):
            return [item.strip() for item in value.split(",") if item.strip()]
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return Unusable('must be a list such as a,b or ["a", "b"]' if many else "must be JSON")


def variable(name: str, field: FieldInfo) -> str:
    """The variable of a field."""
    return field.validation_alias if isinstance(field.validation_alias, str) else name.upper()


def key(name: str, field: FieldInfo) -> str:
    """What Pydantic calls a field in its input."""
    return field.validation_alias if isinstance(field.validation_alias, str) else name


def guarded(field: FieldInfo) -> frozenset[str]:
    """The profiles in which what a field holds has to be a secret. Tests may use a database of their own machine."""
    return SERVING if marked(field, Said) else GUARDED


def many_of(field: FieldInfo) -> bool:
    """Whether a field is a list or a set, also where it may be null."""
    return any((get_origin(arm) or arm) in (list, set, frozenset, tuple) for arm in arms(field.annotation))


def taken(name: str, layers: tuple[Layer, ...], is_secret: bool) -> str | Unusable | None:
    """The value of a variable in the first layer that has it."""
    for layer in layers:
        value, file = layer.get(name), layer.get(name + SUFFIX) if is_secret else None
        if value and file:
            return Unusable(f"and {name}{SUFFIX} are both set, and may say different things; set one")
        if value:
            return value if _encodable(value) else Unusable("must be text that UTF-8 can hold")
        if file:
            return _content(file, name + SUFFIX)
    return None


def _encodable(text: str) -> bool:
    """Bytes of an environment that are no UTF-8 come as lone surrogates, which the first to send them would refuse."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def dotenv(name: str | None) -> Layer:
    try:
        return {} if name is None or not Path(name).is_file() else dotenv_values(name, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        told = "is not UTF-8" if isinstance(fault, UnicodeDecodeError) else "cannot be read"
    raise Unreadable(f"{name} {told}")


def _content(path: str, name: str) -> str | Unusable:
    """The secret in a file. Its path is not told: who sets `KEY_FILE` to the key itself finds it in no log."""
    try:
        if not Path(path).is_file():
            return Unusable(f"has no value: {name} names no file")
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
        text = data.decode("utf-8-sig").rstrip("\r\n")
    except (OSError, ValueError) as fault:
        told = "is not UTF-8" if isinstance(fault, UnicodeDecodeError) else "cannot be read"
        return Unusable(f"has no value: the file that {name} names {told}")
    if len(data) > LARGEST or not text:
        return Unusable(f"has no value: the file that {name} names is {'too large' if text else 'empty'}")
    return text


def _must_be_said(field: FieldInfo) -> bool:
    if marked(field, Said):
        return True
    return secret(field) and not field.is_required() and field.default is not None
