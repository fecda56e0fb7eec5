from faststream.redis import RedisBroker

broker = RedisBroker("redis://redis:6379")


async def tell(title: str) -> None:
    await broker.publish(title, "book_added")
