# Made by `autogen generate` from shared/spec/models.yaml. Edit that, not this file.
"""Models that services share."""

from enum import StrEnum
from typing import Annotated, Literal

from framework.runtime import types as t
from framework.runtime.model import Model
from pydantic import MISSING, Field


class RoundForm(StrEnum):
    DISC = "disc"
    BALL = "ball"


class EdgedForm(StrEnum):
    CUBE = "cube"


class Shape(StrEnum):
    CIRCLE = "circle"
    SQUARE = "square"


class Card(Model):
    kind: Literal["card"]
    number: t.Text


class Cash(Model):
    kind: Literal["cash", "coin"]
    amount: t.Int


class Cat(Model):
    species: Annotated[Literal["cat"], Field(validation_alias="@type", serialization_alias="@type")]
    lives: t.Int


class Dog(Model):
    species: Annotated[Literal["dog"], Field(validation_alias="@type", serialization_alias="@type")]
    name: t.Text


class Bird(Model):
    sort: Annotated[Literal["bird"], Field(validation_alias="@type", serialization_alias="@type")]
    sings: t.Bool


class Round(Model):
    form: RoundForm
    radius: t.Int


class Edged(Model):
    form: EdgedForm
    side: t.Int


class Zero(Model):
    code: Annotated[Literal[0], t.Whole()]
    text: t.Text


class One(Model):
    code: Annotated[Literal[1, 2], t.Whole()]
    size: t.Int


class Holder(Model):
    paid: Annotated[Card | Cash, Field(discriminator="kind")] | MISSING = MISSING
    many: list[Annotated[Card | Cash, Field(discriminator="kind")]] = Field(default=[])
    pet: Annotated[Cat | Dog, Field(discriminator="species")] | None = None
    animal: Annotated[Cat | Bird, Field(union_mode="left_to_right")] | None = None
    body: Annotated[Round | Edged, Field(union_mode="left_to_right")] | None = None
    coded: Annotated[Zero | One, Field(union_mode="left_to_right")] | None = None
    plain: Annotated[t.Int | t.Text, Field(union_mode="left_to_right")] = "none"
    when: Annotated[t.Date | t.Text, Field(union_mode="left_to_right")] | MISSING = MISSING
    choice: Annotated[Shape | t.Int, Field(union_mode="left_to_right")] | MISSING = MISSING
    one: Annotated[Card | t.Url, Field(union_mode="left_to_right")] | MISSING = MISSING
