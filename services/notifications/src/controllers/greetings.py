"""What the operations of `greetings` do. This file is yours: it was written once and is not written again."""

from services.notifications.src.generated.protocols import GreetingsControllerProtocol
from shared.generated import schemas as shared


class GreetingsController(GreetingsControllerProtocol):
    async def welcome_user(self, payload: shared.UserRead) -> None:
        raise NotImplementedError
