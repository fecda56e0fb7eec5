from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from services.backend.src.trees import Node
from shared.generated.errors import BookMissing
from shared.generated.schemas import BookCreate, BookRead


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        Node([]).even(3)
        raise NotImplementedError

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        tree = Node([])
        try:
            tree.odd(limit)
        except BookMissing:
            return []
        return [] if tree.depth() else []
