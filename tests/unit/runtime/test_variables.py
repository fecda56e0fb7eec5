"""The compiler's table of the runtime's variables says what the classes say. A unit test: neither imports the other."""

from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from framework.runtime import settings
from framework.spec.variables import NAMES, ROWS, Variable

CLASSES = {
    None: settings.Settings,
    "database": settings.DatabaseSettings,
    "cache": settings.CacheSettings,
    "storage": settings.StorageSettings,
    "broker": settings.BrokerSettings,
}
WORDS = {int: "int", float: "number", bool: "bool", str: "string", Path: "path", SecretStr: "secret", tuple: "list"}


def test_the_table_is_the_classes() -> None:
    told = []
    for access, kind in CLASSES.items():
        common = settings.Variables.model_fields if access else {}
        told += [row(name, field, access) for name, field in kind.model_fields.items() if name not in common]
    assert list(ROWS) == told


def test_every_name_of_the_classes_is_reserved() -> None:
    """A setting whose field hid one of these would be another thing to the runtime."""
    names = {name for kind in CLASSES.values() for name in dir(kind) if not name.startswith("_")} - {*dir(BaseSettings)}
    assert {name.upper() for name in names if name.islower()} <= NAMES


def row(name: str, field: FieldInfo, access: str | None) -> Variable:
    return Variable(name.upper(), word(field.annotation), text(field.default), str(field.description), access)


def word(annotation: Any) -> str:
    if get_origin(annotation) in (Union, UnionType):
        annotation = get_args(annotation)[0]
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) is Literal:
        return " | ".join(get_args(annotation))
    return WORDS[get_origin(annotation) or annotation]


def text(default: Any) -> str | None:
    if isinstance(default, SecretStr):
        return default.get_secret_value()
    if isinstance(default, bool) or default is None:
        return None if default is None else str(default).lower()
    return (
        ",".join(default)
        if isinstance(default, tuple)
        else f"{default:g}"
        if isinstance(default, float)
        else str(default)
    )
