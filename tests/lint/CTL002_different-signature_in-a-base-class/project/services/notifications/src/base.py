from shared.generated.schemas import BookRead


class Greeter:
    async def greet_reader(self, payload: BookRead, loud: bool) -> None:
        return None
