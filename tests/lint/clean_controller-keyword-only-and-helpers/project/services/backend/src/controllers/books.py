from __future__ import annotations

import typing as t
import uuid
from functools import cached_property

import sqlalchemy.ext.asyncio as sa

from services.backend.src.generated import protocols
from shared.generated import schemas
from shared.generated.schemas import BookCreate

if t.TYPE_CHECKING:
    from shared.generated.schemas import BookRead


class BooksController(protocols.BooksControllerProtocol):
    limit: t.ClassVar[int] = 3

    async def create_book(self, *, session: sa.AsyncSession, payload: BookCreate) -> BookRead:
        return self._made(payload)

    async def get_book(self, *, book_id: uuid.UUID, session: sa.AsyncSession) -> BookRead:
        return self._made(BookCreate(title=self.name, pages=1))

    async def list_books(self, session: sa.AsyncSession, limit: int) -> t.List[BookRead]:
        return [self._first][:limit]

    @property
    def name(self) -> str:
        return "Emma"

    @name.setter
    def name(self, value: str) -> None:
        raise AttributeError(value)

    @cached_property
    def _first(self) -> BookRead:
        return self._made(BookCreate(title="Emma", pages=3))

    @staticmethod
    def _made(payload: BookCreate) -> schemas.BookRead:
        return schemas.BookRead(id=uuid.uuid4(), **dict(payload))

    def __len__(self) -> int:
        return 0
