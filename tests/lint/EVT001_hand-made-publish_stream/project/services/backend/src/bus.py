from typing import Any


class Bus:
    def __init__(self, connection: Any) -> None:
        self.connection = connection

    async def put(self, name: str, body: dict[str, str]) -> None:
        await self.connection.xadd(name, body)
