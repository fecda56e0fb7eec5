"""Books in memory."""

from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.errors import BookMissing, TitleTaken
from shared.generated.schemas import BookCreate, BookRead


class BooksController(BooksControllerProtocol):
    def __init__(self) -> None:
        self._books: dict[UUID, BookRead] = {}

    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        if any(book.title == payload.title for book in self._books.values()):
            raise TitleTaken
        book = BookRead(id=uuid4(), **dict(payload))
        self._books[book.id] = book
        return book

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        if book_id not in self._books:
            raise BookMissing
        return self._books[book_id]

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        return list(self._books.values())[:limit]
