from typing import Protocol

from shared.generated.schemas import BookRead


class GreetingsControllerProtocol(Protocol):
    async def greet_reader(self, payload: BookRead) -> None: ...


class GreetingsController(GreetingsControllerProtocol):
    async def greet_reader(self, payload: BookRead) -> None:
        return None
