import aiohttp


class Api:
    def __init__(self, base: str) -> None:
        self.base = base

    async def get(self, way: str) -> object:
        async with aiohttp.ClientSession() as session, session.get(self.base + way) as answer:
            return await answer.json()
