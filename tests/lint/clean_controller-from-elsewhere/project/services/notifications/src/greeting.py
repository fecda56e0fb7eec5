from services.notifications.src.generated.protocols import GreetingsControllerProtocol
from shared.generated.schemas import BookRead


class GreetingsController(GreetingsControllerProtocol):
    async def greet_reader(self, payload: BookRead) -> None:
        print(payload.title)
