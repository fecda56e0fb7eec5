from shared.generated import events


async def tell() -> None:
    await events.publish_book_sold(None)
