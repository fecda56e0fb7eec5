from shared.generated import events
from shared.generated.events import publish_book_added as tell
from shared.generated.schemas import BookRead


async def told(book: BookRead) -> None:
    await tell(book)
    await events.publish_book_added(book, session=None)
