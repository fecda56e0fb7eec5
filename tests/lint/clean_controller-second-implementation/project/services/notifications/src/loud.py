from services.notifications.src.controllers.greetings import GreetingsController
from shared.generated.schemas import BookRead


class LoudController(GreetingsController):
    """What the first does, louder."""

    async def greet_reader(self, payload: BookRead) -> None:
        await super().greet_reader(payload)

    def shout(self, text: str) -> str:
        return text.upper()
