"""Faults of a request: no example of ours has keys with slashes, lone surrogates, or a hundred wrong items."""

import json
from typing import Literal
from uuid import UUID

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from framework.runtime.words.faults import MOST, faults, pointer


class Cat(BaseModel):
    kind: Literal["cat"]


class Dog(BaseModel):
    kind: Literal["dog"]


class Owner(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: UUID
    pet: Cat | Dog = Field(discriminator="kind")


def found(kind: object, value: object) -> list[dict[str, str]]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    errors = caught.value.errors()
    return faults({**error, "loc": ("body", *error["loc"])} for error in errors)


def test_a_pointer_is_escaped() -> None:
    assert pointer(["a/b", 0, "c~d"]) == "/a~1b/0/c~0d"
    assert pointer([]) == ""


def test_a_key_that_no_encoding_can_hold_is_told() -> None:
    assert pointer(["\ud800"]).encode() == b"/?"


def test_words_repeat_nothing_of_the_input() -> None:
    told = found(Owner, {"id": "secret-7f3a", "pet": {"kind": "secret-7f3a"}, "more": "secret-7f3a"})
    assert {error["pointer"] for error in told} == {"/id", "/pet", "/more"}
    assert "secret" not in json.dumps(told)


def test_a_long_list_of_faults_is_cut() -> None:
    assert len(found(list[int], ["x"] * (MOST + 50))) == MOST
