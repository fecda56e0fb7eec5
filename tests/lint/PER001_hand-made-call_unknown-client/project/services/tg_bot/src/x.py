async def books(client) -> object:
    return await client.get("http://backend.internal:8000/books")
