from services.backend.src.generated.app import create_app


async def tell(title: str) -> None:
    await create_app().broker.publish(title, channel="book_added")
