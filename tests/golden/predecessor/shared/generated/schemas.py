# Made by `autogen generate` from shared/spec/models.yaml. Edit that, not this file.
"""Models that services share."""

from enum import StrEnum
from typing import Annotated

from framework.runtime import types as t
from framework.runtime.model import ClosedModel, Model
from pydantic import MISSING


class ParcelState(StrEnum):
    NEW = "new"
    SENT = "sent"
    LOST = "lost"


class ParcelSpeed(StrEnum):
    SLOW = "slow"
    FAST = "fast"


class ParcelStamps(StrEnum):
    AIR = "air"
    SEA = "sea"


class Parcel(Model):
    id: t.Uuid
    sender_id: t.Int
    weight_g: Annotated[int, t.IntRule(gt=0, le=30000)]
    insured: Annotated[float, t.FloatRule(ge=0.0, lt=5000.0)] = 0.0
    fragile: t.Bool = False
    labels: list[t.Text]
    stations: Annotated[dict[t.Text, t.DateTime], t.Entries()]
    history: list[Annotated[dict[t.Text, t.Int], t.Entries()]]
    gate: t.Int | None
    state: ParcelState = ParcelState.NEW
    speed: ParcelSpeed = ParcelSpeed.SLOW
    stamps: list[ParcelStamps]
    code: Annotated[str, t.TextRule(min_length=4, max_length=12)]
    note: Annotated[str, t.TextRule(max_length=200)] | None = None
    weights: list[t.Int]
    extras: Annotated[dict[t.Text, t.Bool], t.Entries()]
    handed_in_at: t.DateTime


class ParcelCreate(ClosedModel):
    sender_id: t.Int
    weight_g: Annotated[int, t.IntRule(gt=0, le=30000)]
    insured: Annotated[float, t.FloatRule(ge=0.0, lt=5000.0)] = 0.0
    fragile: t.Bool = False
    labels: list[t.Text]
    stations: Annotated[dict[t.Text, t.DateTime], t.Entries()]
    history: list[Annotated[dict[t.Text, t.Int], t.Entries()]]
    gate: t.Int | None
    state: ParcelState = ParcelState.NEW
    speed: ParcelSpeed = ParcelSpeed.SLOW
    stamps: list[ParcelStamps]
    code: Annotated[str, t.TextRule(min_length=4, max_length=12)]
    note: Annotated[str, t.TextRule(max_length=200)] | None = None
    weights: list[t.Int]
    extras: Annotated[dict[t.Text, t.Bool], t.Entries()]


class ParcelUpdate(ClosedModel):
    weight_g: Annotated[int, t.IntRule(gt=0, le=30000)] | MISSING = MISSING
    insured: Annotated[float, t.FloatRule(ge=0.0, lt=5000.0)] = 0.0
    fragile: t.Bool = False
    labels: list[t.Text] | MISSING = MISSING
    stations: Annotated[dict[t.Text, t.DateTime], t.Entries()]
    history: list[Annotated[dict[t.Text, t.Int], t.Entries()]]
    gate: t.Int | None
    state: ParcelState = ParcelState.NEW
    speed: ParcelSpeed = ParcelSpeed.SLOW
    stamps: list[ParcelStamps]
    note: Annotated[str, t.TextRule(max_length=200)] | None = None
    weights: list[t.Int]
    extras: Annotated[dict[t.Text, t.Bool], t.Entries()]


class ParcelRead(Model):
    id: t.Uuid
    sender_id: t.Int
    weight_g: Annotated[int, t.IntRule(gt=0, le=30000)]
    insured: Annotated[float, t.FloatRule(ge=0.0, lt=5000.0)] = 0.0
    fragile: t.Bool = False
    labels: list[t.Text]
    stations: Annotated[dict[t.Text, t.DateTime], t.Entries()]
    history: list[Annotated[dict[t.Text, t.Int], t.Entries()]]
    gate: t.Int | None
    state: ParcelState = ParcelState.NEW
    speed: ParcelSpeed = ParcelSpeed.SLOW
    stamps: list[ParcelStamps]
    code: Annotated[str, t.TextRule(min_length=4, max_length=12)]
    note: Annotated[str, t.TextRule(max_length=200)] | None = None
    weights: list[t.Int]
    extras: Annotated[dict[t.Text, t.Bool], t.Entries()]
    handed_in_at: t.DateTime


class ParcelLabel(Model):
    id: t.Uuid
    sender_id: t.Int
    weight_g: Annotated[int, t.IntRule(gt=0, le=30000)]
    insured: Annotated[float, t.FloatRule(ge=0.0, lt=5000.0)] = 0.0
    fragile: t.Bool = False
    labels: list[t.Text]
    state: ParcelState = ParcelState.NEW
    speed: ParcelSpeed = ParcelSpeed.SLOW
    stamps: list[ParcelStamps]
    code: Annotated[str, t.TextRule(min_length=4, max_length=12)]
    note: Annotated[str, t.TextRule(max_length=200)] | None = None
    handed_in_at: t.DateTime


class ParcelLost(Model):
    parcel_id: t.Uuid
    seen_at: Annotated[str, t.TextRule(max_length=80)] | None = None


class Notice(Model):
    parcel_id: t.Uuid
    text: Annotated[str, t.TextRule(min_length=1)]
