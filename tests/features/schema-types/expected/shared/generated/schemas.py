# Made by `autogen generate` from shared/spec/models.yaml. Edit that, not this file.
"""Models that services share."""

import decimal
from enum import IntEnum, StrEnum
from typing import Annotated, Literal, TypeAlias

from framework.runtime import types as t
from framework.runtime.model import Model


class Word(StrEnum):
    ONE = "one"
    TWO_THREE = "two-three"
    EMPTY = ""


class Mark(IntEnum):
    LOW = 1
    HIGH = 2


Slug: TypeAlias = Annotated[str, t.TextRule(max_length=8, pattern="^[a-z]+$")]
"""Letters alone"""


class AnInt(Model):
    v: t.Int


class Small(Model):
    v: Annotated[int, t.IntRule(ge=0, le=10)]


class Between(Model):
    v: Annotated[int, t.IntRule(gt=0, lt=10)]


class Huge(Model):
    v: Annotated[int, t.IntRule(ge=0, le=100000000000000000000)]


class Even(Model):
    v: Annotated[int, t.IntRule(multiple_of=2)]


class Coarse(Model):
    v: Annotated[int, t.IntRule(multiple_of=18446744073709551616)]


class AFloat(Model):
    v: t.Float


class Ratio(Model):
    v: Annotated[float, t.FloatRule(gt=0.0, le=1.0)]


class ADecimal(Model):
    v: t.Decimal


class Amount(Model):
    v: Annotated[decimal.Decimal, t.DecimalRule(ge="0", digits=5, places=2)]


class Step(Model):
    v: Annotated[decimal.Decimal, t.DecimalRule(lt="1", multiple_of="0.05")]


class AText(Model):
    v: t.Text


class Code(Model):
    v: Annotated[str, t.TextRule(min_length=2, max_length=3, pattern="^[A-Z]")]


class ABool(Model):
    v: t.Bool


class SomeBytes(Model):
    v: t.Bytes


class Key(Model):
    v: Annotated[bytes, t.BytesRule(min_length=2, max_length=4)]


class AUuid(Model):
    v: t.Uuid


class ADate(Model):
    v: t.Date


class ATime(Model):
    v: t.Time


class AMoment(Model):
    v: t.DateTime


class ASpan(Model):
    v: t.Duration


class AMail(Model):
    v: t.Email


class AUrl(Model):
    v: t.Url


class AJson(Model):
    v: t.Json


class Anything(Model):
    v: t.Json


class AWord(Model):
    v: Word


class AMark(Model):
    v: Annotated[Mark, t.Whole()]


class AChoice(Model):
    v: Annotated[Literal["a", 1], t.Whole()]


class ASlug(Model):
    v: Slug


class ShortSlug(Model):
    v: Annotated[str, t.TextRule(max_length=3, pattern=("^[a-z]+$", "^a"))]


class Numbers(Model):
    v: Annotated[list[t.Int], t.Items(min=1, max=2)]


class Unique(Model):
    v: Annotated[list[t.Json], t.Items(unique=True)]


class Words(Model):
    v: Annotated[list[t.Text], t.Items(unique=True)]


class Maybes(Model):
    v: list[t.Int | None]


class ByText(Model):
    v: Annotated[dict[Annotated[str, t.TextRule(max_length=8, pattern="^[a-z]+$")], t.Int], t.Entries(max=2)]


class ByInt(Model):
    v: Annotated[dict[t.IntKey, t.Bool], t.Entries()]


class ByMark(Model):
    v: Annotated[dict[Mark, t.Text], t.Entries()]


class ByDay(Model):
    v: Annotated[dict[t.Date, t.Text], t.Entries()]


class Deep(Model):
    v: list[Annotated[dict[t.Text, list[Small]], t.Entries()]]
