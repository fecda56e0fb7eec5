import asyncio


async def books() -> bytes:
    reader, writer = await asyncio.open_connection("backend", 8000)
    writer.write(b"GET /books HTTP/1.0\r\n\r\n")
    return await reader.read()
