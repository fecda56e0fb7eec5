"""What the operations of `books` do. This file is yours: it was written once and is not written again."""

import decimal
import uuid

from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated.protocols import BooksControllerProtocol
from shared.generated import schemas as shared


class BooksController(BooksControllerProtocol):
    async def list_books(
        self,
        session: AsyncSession,
        q: str | None,
        status: shared.BookStatus | None,
        category: list[str],
        max_price: decimal.Decimal | None,
        limit: int,
        page: int,
        language: str,
        currency: shared.Currency,
    ) -> list[shared.BookCard]:
        raise NotImplementedError

    async def create_book(self, session: AsyncSession, payload: shared.BookCreate) -> shared.BookRead:
        raise NotImplementedError

    async def import_books(self, session: AsyncSession, payload: list[shared.BookImport]) -> None:
        raise NotImplementedError

    async def bestsellers(self, session: AsyncSession) -> list[shared.BookCard]:
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: uuid.UUID) -> shared.BookRead:
        raise NotImplementedError

    async def update_book(
        self,
        session: AsyncSession,
        book_id: uuid.UUID,
        payload: shared.BookUpdate,
    ) -> shared.BookRead:
        raise NotImplementedError

    async def delete_book(self, session: AsyncSession, book_id: uuid.UUID) -> None:
        raise NotImplementedError

    async def find_by_isbn(self, session: AsyncSession, isbn: str) -> shared.BookRead:
        raise NotImplementedError

    async def on_out_of_print(self, session: AsyncSession, payload: shared.BookRead) -> None:
        raise NotImplementedError
