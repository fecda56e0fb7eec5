"""One table with every rule that a database can refuse by."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"pk": "pk_%(table_name)s"})


class Row(Base):
    __tablename__ = "rows"
    __table_args__ = (
        UniqueConstraint("word", name="uq_rows_word"),
        CheckConstraint("size < 100", name="ck_rows_size"),
        ForeignKeyConstraint(["parent"], ["rows.key"], name="fk_rows_parent"),
        ForeignKeyConstraint(["later"], ["rows.key"], name="fk_rows_later", deferrable=True, initially="DEFERRED"),
    )

    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    word: Mapped[str | None]
    size: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(String(5), default="")
    parent: Mapped[str | None]
    later: Mapped[str | None]
