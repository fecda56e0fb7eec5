from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from services.backend.src.store import Store
from shared.generated.schemas import BookCreate, BookRead


class BooksController(BooksControllerProtocol):
    def __init__(self) -> None:
        self._store = Store()

    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        return await self._store.one(book_id)

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        return await self._store.all()
