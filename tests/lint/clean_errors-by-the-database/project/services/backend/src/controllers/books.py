from uuid import UUID

from framework.runtime import violations
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.errors import TitleTaken
from shared.generated.schemas import BookCreate, BookRead

RULES = {"uq_books_title": TitleTaken}


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        async with violations.raises(session, RULES):
            session.add(payload)
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        raise NotImplementedError

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        return []
