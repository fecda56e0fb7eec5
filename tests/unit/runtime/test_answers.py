"""What an answer is made of, and what it loads. Its order is asked over a socket, where it can be seen."""

import asyncio
import subprocess
import sys

import pytest
from pydantic import BaseModel, Field

from framework.runtime.answers import Answer, InvalidAnswer, Nothing


class Stock(BaseModel):
    left: int = Field(ge=0, serialization_alias="remaining")


async def count(left: int) -> Stock:
    return Stock(left=left)


async def miscount() -> Stock:
    return {"left": -1}  # type: ignore[return-value]  # wrong on purpose


async def clear() -> None: ...


def test_the_place_of_what_a_controller_may_not_return_is_told() -> None:
    with pytest.raises(InvalidAnswer, match="left") as failed:
        asyncio.run(Answer[Stock](Stock, 200).answer(miscount))
    assert "-1" not in str(failed.value)


def test_an_answer_is_written_with_the_names_of_the_wire() -> None:
    response = asyncio.run(Answer[Stock](Stock, 201).answer(count, left=2))
    assert (response.status_code, response.body) == (201, b'{"remaining":2}')


def test_no_output_is_no_body() -> None:
    response = asyncio.run(Nothing(204).answer(clear))
    assert (response.status_code, response.body, response.headers.get("content-type")) == (204, b"", None)


def test_a_service_without_a_database_loads_none() -> None:
    line = "import sys, framework.runtime.answers; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run((sys.executable, "-c", line), check=False).returncode == 0
