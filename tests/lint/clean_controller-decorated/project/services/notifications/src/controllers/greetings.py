from tenacity import retry

from services.notifications.src.generated.protocols import GreetingsControllerProtocol
from services.notifications.src.timing import timed
from shared.generated.schemas import BookRead


class GreetingsController(GreetingsControllerProtocol):
    @retry
    @timed
    async def greet_reader(self, payload: BookRead) -> None:
        print(payload.title)
