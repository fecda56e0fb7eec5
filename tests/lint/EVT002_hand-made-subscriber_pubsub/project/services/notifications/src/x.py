import redis.asyncio


async def listen() -> None:
    line = redis.asyncio.Redis().pubsub()
    await line.psubscribe("book_*")
