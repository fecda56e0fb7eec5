from services.tg_bot.src.generated.clients.backend import BackendClient


async def books(client: BackendClient) -> object:
    ask = client.list_books
    return [await ask(limit=1), await getattr(client, "create" + "_book")(payload=None)]
