from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from shared.generated.errors import BookMissing


class Base(DeclarativeBase):
    """Tables."""


class Book(Base):
    __tablename__ = "books"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    title: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    pages: Mapped[list["Page"]] = relationship(back_populates="book")


class Page(Base):
    __tablename__ = "pages"
    id: Mapped[int] = mapped_column(primary_key=True)
    book_id: Mapped[UUID] = mapped_column(ForeignKey("books.id"))
    book: Mapped[Book] = relationship(back_populates="pages")


class Books:
    """A repository."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def get(self, key: UUID) -> Book:
        found = await self.session.get(Book, key)
        if found is None:
            raise BookMissing
        return found

    async def delete(self, key: UUID) -> None:
        await self.session.delete(await self.get(key))

    async def all(self, limit: int) -> list[Book]:
        return list((await self.session.scalars(select(Book).limit(limit))).all())
