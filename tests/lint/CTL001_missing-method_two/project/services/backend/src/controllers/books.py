"""Books."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.schemas import BookRead


class BooksController(BooksControllerProtocol):
    """Has one of three."""

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:  # the one
        raise NotImplementedError


TITLES = ("Emma",)
