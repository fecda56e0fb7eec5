# Made by `autogen generate` from shared/spec/models.yaml. Edit that, not this file.
"""Models that services share."""

from enum import StrEnum
from typing import Annotated

from framework.runtime import types as t
from framework.runtime.model import ClosedModel, Model
from pydantic import MISSING, Field


class UserLocale(StrEnum):
    EN = "en"
    RU = "ru"


class User(Model):
    """A person who uses the product"""

    id: t.Uuid
    email: Annotated[str, t.EmailRule(max_length=254), Field(repr=False), t.PII]
    name: Annotated[str, t.TextRule(min_length=1, max_length=120), Field(repr=False), t.PII]
    telegram_id: Annotated[Annotated[int, t.IntRule(gt=0)] | None, Field(repr=False), t.PII] = None
    locale: UserLocale = UserLocale.EN
    is_active: t.Bool = True
    created_at: t.DateTime


class UserCreate(ClosedModel):
    email: Annotated[str, t.EmailRule(max_length=254), Field(repr=False), t.PII]
    name: Annotated[str, t.TextRule(min_length=1, max_length=120), Field(repr=False), t.PII]
    telegram_id: Annotated[Annotated[int, t.IntRule(gt=0)] | None, Field(repr=False), t.PII] = None
    locale: UserLocale = UserLocale.EN


class UserUpdate(ClosedModel):
    email: Annotated[Annotated[str, t.EmailRule(max_length=254)] | MISSING, Field(repr=False), t.PII] = MISSING
    name: Annotated[
        Annotated[str, t.TextRule(min_length=1, max_length=120)] | MISSING,
        Field(repr=False),
        t.PII,
    ] = MISSING
    telegram_id: Annotated[Annotated[int, t.IntRule(gt=0)] | MISSING | None, Field(repr=False), t.PII] = MISSING
    locale: UserLocale | MISSING = MISSING
    is_active: t.Bool | MISSING = MISSING


class UserRead(Model):
    id: t.Uuid
    email: Annotated[str, t.EmailRule(max_length=254), Field(repr=False), t.PII]
    name: Annotated[str, t.TextRule(min_length=1, max_length=120), Field(repr=False), t.PII]
    telegram_id: Annotated[Annotated[int, t.IntRule(gt=0)] | None, Field(repr=False), t.PII] = None
    locale: UserLocale = UserLocale.EN
    is_active: t.Bool = True
    created_at: t.DateTime
