from services.tg_bot.src.generated.clients.backend import BackendClient


async def books() -> object:
    async with BackendClient() as client:
        return await client.list_books(limit=5)
