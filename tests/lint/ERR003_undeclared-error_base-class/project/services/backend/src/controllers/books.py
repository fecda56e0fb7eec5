from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.base import Open
from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.schemas import BookCreate, BookRead


class BooksController(Open, BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        raise NotImplementedError

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        return [] if self.hours else []
