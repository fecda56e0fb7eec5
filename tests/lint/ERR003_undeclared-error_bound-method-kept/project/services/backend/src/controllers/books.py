from collections.abc import Callable
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.errors import BookMissing, ShopClosed
from shared.generated.schemas import BookCreate, BookRead


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        steps: dict[str, Callable[[], None]] = {"close": self._close}
        steps["close"]()
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        refuse = lambda: self._close()
        refuse()
        raise BookMissing

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        getattr(self, "_" + "close")()
        return []

    def _close(self) -> None:
        raise ShopClosed
