from uuid import UUID

from framework.runtime.violations import raises
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.errors import ShopClosed, TitleTaken
from shared.generated.schemas import BookCreate, BookRead

RULES = {"uq_books_title": TitleTaken, "ck_books_open": ShopClosed}


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        async with raises(session, RULES):
            session.add(payload)
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        async with raises(session, errors={"uq_books_title": TitleTaken}):
            raise NotImplementedError

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        return []
