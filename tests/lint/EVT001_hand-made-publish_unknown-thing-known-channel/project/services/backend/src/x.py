async def tell(bus, title: str) -> None:
    await bus.publish("book_added", title)
