"""The tables of `backend`."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from framework.runtime.tables import NAMES, Moment


class Table(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)


class User(Table):
    __tablename__ = "users"
    __table_args__ = (UniqueConstraint("email"), CheckConstraint("locale IN ('en', 'ru')", name="locale"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    name: Mapped[str] = mapped_column(String(120))
    telegram_id: Mapped[int | None] = mapped_column(BigInteger)
    locale: Mapped[str] = mapped_column(String(2))
    is_active: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(Moment, index=True)
