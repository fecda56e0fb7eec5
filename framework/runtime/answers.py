"""How an operation answers: its result becomes bytes before the commit, and nothing is sent before it.

A handler that returned its model to FastAPI would commit first and serialise after, or commit after the answer.
"""

from typing import Any, Generic, TypeVar

from fastapi import Response
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

T = TypeVar("T")
EMPTY = {204, 205, 304}


class InvalidAnswer(Exception):
    """A controller returned what its operation may not answer: a fault of the server, never of the request."""


class Answer(Generic[T]):
    """The form of an operation's output; a type without one is empty."""

    def __init__(self, output: Any, status: int) -> None:
        self.status = status
        self._adapter: TypeAdapter[T] = TypeAdapter(output)

    async def send(self, result: T, session: AsyncSession | None = None) -> Response:
        body = self._bytes(result)
        if session is not None:
            await session.commit()
        return Response(body, self.status, media_type="application/json")

    def _bytes(self, result: T) -> bytes:
        try:
            checked = self._adapter.validate_python(result)
        except ValidationError as fault:
            places = ", ".join(".".join(map(str, error["loc"])) or "the whole" for error in fault.errors()[:10])
            raise InvalidAnswer(f"the controller returned what is no {self._adapter!r}: {places}") from None
        return self._adapter.dump_json(checked, by_alias=True)


async def nothing(status: int, session: AsyncSession | None = None) -> Response:
    """The answer of an operation without output: no body, and so no type of one."""
    if session is not None:
        await session.commit()
    return Response(status_code=status)
