from uuid import UUID

from shared.generated.errors import BookMissing, ShopClosed
from shared.generated.schemas import BookRead


def found(books: dict[UUID, BookRead], key: UUID) -> BookRead:
    book = books.get(key)
    if book is None:
        raise BookMissing
    return book


def open_hours() -> None:
    raise ShopClosed
