from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from services.backend.src.tables import Book, Books
from shared.generated.errors import TitleTaken
from shared.generated.schemas import BookCreate, BookRead


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        row = Book(title=payload.title)
        session.add(row)
        try:
            await session.flush()
        except IntegrityError as fault:
            raise TitleTaken from fault
        return BookRead.model_validate(row, from_attributes=True)

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        row = await Books(session).get(book_id)
        row.title = row.title.strip()
        return BookRead.model_validate(row, from_attributes=True)

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        return [BookRead.model_validate(row, from_attributes=True) for row in await Books(session).all(limit)]
