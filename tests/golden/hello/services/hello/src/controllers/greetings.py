"""What the operations of `greetings` do. This file is yours: it was written once and is not written again."""

from sqlalchemy.ext.asyncio import AsyncSession

from services.hello.src.generated.protocols import GreetingsControllerProtocol
from shared.generated import schemas as shared


class GreetingsController(GreetingsControllerProtocol):
    async def greet(self, session: AsyncSession, name: str) -> shared.Greeting:
        raise NotImplementedError
