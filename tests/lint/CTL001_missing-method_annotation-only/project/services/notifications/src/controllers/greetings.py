from collections.abc import Awaitable, Callable

from services.notifications.src.generated.protocols import GreetingsControllerProtocol
from shared.generated.schemas import BookRead


class GreetingsController(GreetingsControllerProtocol):
    greet_reader: Callable[[BookRead], Awaitable[None]]
