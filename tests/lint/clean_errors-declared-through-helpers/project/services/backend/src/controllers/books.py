from contextlib import suppress
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.finding import found, open_hours
from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.errors import BookMissing, ShopClosed, TitleTaken
from shared.generated.schemas import BookCreate, BookRead


class BooksController(BooksControllerProtocol):
    def __init__(self) -> None:
        self._books: dict[UUID, BookRead] = {}

    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        with suppress(ShopClosed):
            open_hours()
        try:
            return found(self._books, UUID(int=0))
        except BookMissing as fault:
            raise TitleTaken from fault

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        return found(self._books, book_id)

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        try:
            open_hours()
        except Exception:
            return []
        return [self._books[key] for key in self._books]
