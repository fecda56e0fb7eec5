from services.notifications.src.generated.protocols import GreetingsControllerProtocol
from shared.generated.schemas import BookRead


class GreetingsController(GreetingsControllerProtocol):
    async def greet_reader(self, payload: BookRead) -> None:
        await self.send_mail(payload.title)

    async def send_mail(self, title: str) -> str:
        return title

    @staticmethod
    def wording(payload: BookRead, loud: bool = False) -> str:
        return payload.title
