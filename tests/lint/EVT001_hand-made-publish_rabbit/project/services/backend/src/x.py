import aio_pika


async def tell(body: bytes) -> None:
    connection = await aio_pika.connect_robust("amqp://rabbit")
    channel = await connection.channel()
    await channel.default_exchange.publish(aio_pika.Message(body), routing_key="book_added")
