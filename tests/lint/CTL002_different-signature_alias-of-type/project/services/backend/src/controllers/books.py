from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from services.backend.src.types import Shown
from shared.generated.schemas import BookCreate, BookRead

Books = list[dict[str, object]]


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> Shown:
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> "BookRead | None":
        return None

    async def list_books(self, session: AsyncSession, limit: int) -> Books:
        return []
