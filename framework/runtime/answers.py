"""How an operation answers: its controller is called in a unit of work, and its result becomes bytes before the commit.

A handler that returned its model to FastAPI would commit first and serialise after, or commit after the answer.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from fastapi import Response
from pydantic import TypeAdapter, ValidationError

from framework.runtime import unit

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

__all__ = ["Answer", "InvalidAnswer", "Nothing"]

P = ParamSpec("P")
T = TypeVar("T")


class InvalidAnswer(Exception):
    """A controller returned what its operation may not answer: a fault of the server, never of the request."""


class Answer(Generic[T]):
    """The form of an operation's output, and its status."""

    def __init__(self, output: Any, status: int) -> None:
        self.status = status
        self._adapter: TypeAdapter[T] = TypeAdapter(output)

    async def answer(self, method: Callable[P, Awaitable[T]], /, *args: P.args, **given: P.kwargs) -> Response:
        """Call a controller's method with what it was given, as one unit over the `session` among it, if there is one.

        On a conflict of transactions the method is called again, with the same arguments.
        """

        async def attempt() -> Response:
            return self._response(await method(*args, **given))

        return await unit.run(attempt, cast("AsyncSession | None", given.get("session")))

    def _response(self, result: T) -> Response:
        try:
            checked = self._adapter.validate_python(result)
        except ValidationError as fault:
            places = ", ".join(".".join(map(str, error["loc"])) or "the whole" for error in fault.errors()[:10])
            raise InvalidAnswer(f"the controller returned what is no {self._adapter!r}: {places}") from None
        body = self._adapter.dump_json(checked, by_alias=True)
        return Response(body, self.status, media_type="application/json")


class Nothing(Answer[None]):
    """The answer of an operation without output: no body, and so no type of one."""

    def __init__(self, status: int) -> None:
        self.status = status

    def _response(self, result: None) -> Response:
        return Response(status_code=self.status)
