# Made by `autogen generate` from services/notifications/spec. Edit that, not this file.
"""What the controllers of `notifications` have to do."""

from abc import abstractmethod
from typing import Protocol

from shared.generated import schemas as shared


class GreetingsControllerProtocol(Protocol):
    """Operations of `greetings` (services/notifications/spec/routers/greetings.yaml)."""

    @abstractmethod
    async def welcome_user(self, payload: shared.UserRead) -> None:
        """Greet a new user"""
