from shared.generated.schemas import BookRead


class GreetingsController:
    async def greet_reader(self, payload: BookRead) -> None:
        return None
