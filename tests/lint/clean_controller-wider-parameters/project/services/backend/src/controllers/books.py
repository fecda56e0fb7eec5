from collections.abc import Sequence
from typing import Any, Optional, Union
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

import shared.generated.schemas as schemas
from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated.errors import BookMissing

Key = Union[UUID, str]


class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: Any) -> "schemas.BookRead":
        return schemas.BookRead(**dict(payload))

    async def get_book(self, session: Any, book_id: Key, *, loud: bool = False) -> schemas.BookRead:
        raise BookMissing

    async def list_books(self, session: AsyncSession, limit: Optional[float] = None, **more: object) -> list[schemas.BookRead]:
        books: Sequence[schemas.BookRead] = ()
        return list(books)
