"""The order of an answer: no controller of an example returns what it may not, and no commit of one fails."""

import asyncio

import pytest
from pydantic import BaseModel, Field

from framework.runtime.answers import Answer, InvalidAnswer, nothing


class Stock(BaseModel):
    left: int = Field(ge=0, serialization_alias="remaining")


class Session:
    """Counts commits, in the place of one of SQLAlchemy."""

    def __init__(self) -> None:
        self.commits = 0

    async def commit(self) -> None:
        self.commits += 1


def test_what_a_controller_may_not_return_is_not_committed() -> None:
    session = Session()
    with pytest.raises(InvalidAnswer, match="left"):
        asyncio.run(Answer[Stock](Stock, 200).send({"left": -1}, session))  # type: ignore[arg-type]  # wrong on purpose
    assert session.commits == 0


def test_an_answer_is_committed_before_it_is_sent() -> None:
    session = Session()
    response = asyncio.run(Answer[Stock](Stock, 201).send(Stock(left=2), session))  # type: ignore[arg-type]  # see Session
    assert (response.status_code, response.body, session.commits) == (201, b'{"remaining":2}', 1)


def test_no_output_is_no_body() -> None:
    session = Session()
    response = asyncio.run(nothing(204, session))  # type: ignore[arg-type]  # see Session
    assert (response.body, response.headers.get("content-type"), session.commits) == (b"", None, 1)
