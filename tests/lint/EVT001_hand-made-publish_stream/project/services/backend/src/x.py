from redis.asyncio import Redis

from services.backend.src.bus import Bus


async def tell(redis: Redis) -> None:
    await Bus(redis).put("book_sold", {"title": "Emma"})
