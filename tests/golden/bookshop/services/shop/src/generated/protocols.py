# Made by `autogen generate` from services/shop/spec. Edit that, not this file.
"""What the controllers of `shop` have to do."""

import datetime as dt
import decimal
import uuid
from abc import abstractmethod
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated import schemas
from shared.generated import schemas as shared


class AuthorsControllerProtocol(Protocol):
    """Operations of `authors` (services/shop/spec/routers/authors.yaml)."""

    @abstractmethod
    async def list_authors(self, session: AsyncSession) -> list[shared.AuthorRead]: ...

    @abstractmethod
    async def create_author(self, session: AsyncSession, payload: shared.AuthorCreate) -> shared.AuthorRead: ...

    @abstractmethod
    async def update_author(
        self,
        session: AsyncSession,
        author_id: str,
        payload: shared.AuthorUpdate,
    ) -> shared.AuthorRead: ...


class BooksControllerProtocol(Protocol):
    """Operations of `books` (services/shop/spec/routers/books.yaml)."""

    @abstractmethod
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
        """Books on the shelf

        The newest first.
        """

    @abstractmethod
    async def create_book(self, session: AsyncSession, payload: shared.BookCreate) -> shared.BookRead: ...

    @abstractmethod
    async def import_books(self, session: AsyncSession, payload: list[shared.BookImport]) -> None:
        """Take over a publisher's list"""

    @abstractmethod
    async def bestsellers(self, session: AsyncSession) -> list[shared.BookCard]: ...

    @abstractmethod
    async def get_book(self, session: AsyncSession, book_id: uuid.UUID) -> shared.BookRead: ...

    @abstractmethod
    async def update_book(
        self,
        session: AsyncSession,
        book_id: uuid.UUID,
        payload: shared.BookUpdate,
    ) -> shared.BookRead: ...

    @abstractmethod
    async def delete_book(self, session: AsyncSession, book_id: uuid.UUID) -> None: ...

    @abstractmethod
    async def find_by_isbn(self, session: AsyncSession, isbn: str) -> shared.BookRead: ...

    @abstractmethod
    async def on_out_of_print(self, session: AsyncSession, payload: shared.BookRead) -> None: ...


class CategoriesControllerProtocol(Protocol):
    """Operations of `categories` (services/shop/spec/routers/categories.yaml)."""

    @abstractmethod
    async def list_categories(self, session: AsyncSession) -> list[shared.Category]: ...


class CustomersControllerProtocol(Protocol):
    """Operations of `customers` (services/shop/spec/routers/customers.yaml)."""

    @abstractmethod
    async def sign_up(self, session: AsyncSession, payload: shared.CustomerCreate) -> shared.CustomerRead: ...

    @abstractmethod
    async def update_customer(
        self,
        session: AsyncSession,
        customer_id: uuid.UUID,
        payload: shared.CustomerUpdate,
    ) -> shared.CustomerRead: ...


class OrdersControllerProtocol(Protocol):
    """Operations of `orders` (services/shop/spec/routers/orders.yaml)."""

    @abstractmethod
    async def place_order(self, session: AsyncSession, payload: shared.OrderCreate) -> shared.OrderRead: ...

    @abstractmethod
    async def get_order(self, session: AsyncSession, order_id: uuid.UUID) -> shared.OrderRead: ...

    @abstractmethod
    async def change_address(self, session: AsyncSession, order_id: uuid.UUID, payload: shared.Address) -> None: ...

    @abstractmethod
    async def cancel_order(self, session: AsyncSession, order_id: uuid.UUID) -> None: ...

    @abstractmethod
    async def on_order_packed(self, session: AsyncSession, payload: shared.Parcel) -> None: ...

    @abstractmethod
    async def on_packing_failed(self, session: AsyncSession, payload: shared.OrderRead) -> None: ...


class ReportsControllerProtocol(Protocol):
    """Operations of `reports` (services/shop/spec/routers/reports.yaml)."""

    @abstractmethod
    async def daily_sales(self, session: AsyncSession, day: dt.date, since: dt.time) -> schemas.SalesReport: ...


class ReviewsControllerProtocol(Protocol):
    """Operations of `reviews` (services/shop/spec/routers/reviews.yaml)."""

    @abstractmethod
    async def list_reviews(
        self,
        session: AsyncSession,
        book_id: uuid.UUID,
        at_least: shared.Stars | None,
    ) -> list[shared.ReviewRead]: ...

    @abstractmethod
    async def write_review(
        self,
        session: AsyncSession,
        book_id: uuid.UUID,
        client_version: str | None,
        payload: shared.ReviewCreate,
    ) -> shared.ReviewRead: ...
