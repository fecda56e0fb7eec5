# Made by `autogen generate` from shared/spec/models.yaml. Edit that, not this file.
"""Models that services share."""

from typing import Annotated

from framework.runtime import types as t
from framework.runtime.model import ClosedModel, Model
from pydantic import MISSING, Field


class Note(Model):
    id: t.Uuid
    must: t.Text
    nullable: t.Text | None
    absent: t.Text | MISSING = MISSING
    optional: t.Text | None = None
    both: t.Text | MISSING | None = MISSING
    count: t.Int = 3
    tags: list[t.Text] = Field(default=[])
    secret: Annotated[t.Text | MISSING, Field(repr=False), t.SENSITIVE] = MISSING
    reader: Annotated[t.Text | MISSING, Field(repr=False), t.PII] = MISSING
    wire: Annotated[
        t.Text,
        Field(
            validation_alias="the wire",
            serialization_alias="the wire",
            description="Renamed",
            examples=["e"],
            json_schema_extra={"deprecated": True},
        ),
    ] = "w"


class NoteCreate(ClosedModel):
    must: t.Text
    nullable: t.Text | None
    absent: t.Text | MISSING = MISSING
    optional: t.Text | None = None
    both: t.Text | MISSING | None = MISSING
    count: t.Int = 3
    tags: list[t.Text] = Field(default=[])
    secret: Annotated[t.Text | MISSING, Field(repr=False), t.SENSITIVE] = MISSING
    reader: Annotated[t.Text | MISSING, Field(repr=False), t.PII] = MISSING
    wire: Annotated[
        t.Text,
        Field(
            validation_alias="the wire",
            serialization_alias="the wire",
            description="Renamed",
            examples=["e"],
            json_schema_extra={"deprecated": True},
        ),
    ] = "w"


class NoteUpdate(ClosedModel):
    must: t.Text | MISSING = MISSING
    nullable: t.Text | MISSING | None = MISSING
    absent: t.Text | MISSING = MISSING
    optional: t.Text | MISSING | None = MISSING
    both: t.Text | MISSING | None = MISSING
    count: t.Int | MISSING = MISSING
    tags: list[t.Text] | MISSING = MISSING
    secret: Annotated[t.Text | MISSING, Field(repr=False), t.SENSITIVE] = MISSING
    reader: Annotated[t.Text | MISSING, Field(repr=False), t.PII] = MISSING
    wire: Annotated[
        t.Text | MISSING,
        Field(
            validation_alias="the wire",
            serialization_alias="the wire",
            description="Renamed",
            examples=["e"],
            json_schema_extra={"deprecated": True},
        ),
    ] = MISSING


class NoteRead(Model):
    id: t.Uuid
    must: t.Text
    nullable: t.Text | None
    absent: t.Text | MISSING = MISSING
    optional: t.Text | None = None
    both: t.Text | MISSING | None = MISSING
    count: t.Int = 3
    tags: list[t.Text] = Field(default=[])
    reader: Annotated[t.Text | MISSING, Field(repr=False), t.PII] = MISSING
    wire: Annotated[
        t.Text,
        Field(
            validation_alias="the wire",
            serialization_alias="the wire",
            description="Renamed",
            examples=["e"],
            json_schema_extra={"deprecated": True},
        ),
    ] = "w"
