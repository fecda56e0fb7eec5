import logging
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.errors import BookMissing, ShopClosed
from shared.generated.schemas import BookCreate, BookRead


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        try:
            self._open()
        except (ShopClosed, BookMissing) as fault:
            logging.getLogger(__name__).info("closed")
            raise fault
        raise NotImplementedError

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        def inner() -> None:
            raise BookMissing

        try:
            inner()
        except BookMissing as fault:
            raise ShopClosed from fault
        return []

    def _open(self) -> None:
        raise ShopClosed
