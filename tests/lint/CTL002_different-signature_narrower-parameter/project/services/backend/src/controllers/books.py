from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.schemas import BookCreate, BookRead, BookUpdate


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookUpdate) -> BookRead:
        raise NotImplementedError

    async def get_book(
        self,
        session: AsyncSession,
        book_id: str,  # as it came
    ) -> BookRead:
        raise NotImplementedError

    async def list_books(self, session: AsyncSession, limit: Literal[20]) -> list[dict[str, Any]]:
        return []
