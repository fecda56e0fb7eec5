from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.errors import BookMissing, ShopClosed
from shared.generated.schemas import BookCreate, BookRead

ANSWERS: dict[type[Exception], str] = {ShopClosed: "come back tomorrow"}


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        def closed() -> None:
            raise ShopClosed

        assert closed
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        error: Exception = BookMissing()
        if isinstance(error, ShopClosed):
            raise ValueError(ANSWERS[ShopClosed])
        raise error

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        return []

    def _closed(self) -> None:
        raise ShopClosed
