import httpx

from services.tg_bot.src.hosts import Hosts


async def books() -> object:
    asked = httpx.Request("GET", Hosts.books + "/books")
    async with httpx.AsyncClient() as client:
        return (await client.send(asked)).json()
