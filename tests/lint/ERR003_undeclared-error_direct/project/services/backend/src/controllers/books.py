from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.errors import BookMissing, ShopClosed
from shared.generated.schemas import BookCreate, BookRead


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        raise ShopClosed

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        raise BookMissing

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        return []
