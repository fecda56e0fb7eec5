# Made by `autogen generate` from services/hello/spec. Edit that, not this file.
"""What the controllers of `hello` have to do."""

from abc import abstractmethod
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from shared.generated import schemas as shared


class GreetingsControllerProtocol(Protocol):
    """Operations of `greetings` (services/hello/spec/routers/greetings.yaml)."""

    @abstractmethod
    async def greet(self, session: AsyncSession, name: str) -> shared.Greeting: ...
