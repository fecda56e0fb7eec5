from redis import asyncio as redis

pool = redis.from_url("redis://redis:6379")


async def tell(title: str) -> None:
    await pool.publish("book_added", title)
