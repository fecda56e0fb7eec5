from uuid import UUID

from fastapi import HTTPException
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.schemas import BookCreate, BookRead


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        try:
            return await self._load(book_id)
        except KeyError as fault:
            raise HTTPException(404, str(fault)) from fault

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        return []

    async def _load(self, book_id: UUID) -> BookRead:
        raise KeyError(book_id)
