# Made by `autogen generate` from services/orders/spec. Edit that, not this file.
"""What the controllers of `orders` have to do."""

import uuid
from abc import abstractmethod
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from services.orders.src.generated import schemas
from shared.generated import schemas as shared


class OrdersControllerProtocol(Protocol):
    """Operations of `orders` (services/orders/spec/routers/orders.yaml)."""

    @abstractmethod
    async def place_order(self, session: AsyncSession, payload: shared.OrderCreate) -> shared.OrderRead: ...

    @abstractmethod
    async def list_orders(
        self,
        session: AsyncSession,
        customer_id: uuid.UUID | None,
        status: list[shared.OrderStatus],
    ) -> list[shared.OrderRead]: ...

    @abstractmethod
    async def get_order(self, session: AsyncSession, order_id: uuid.UUID) -> shared.OrderRead: ...

    @abstractmethod
    async def mark_paid(self, session: AsyncSession, payload: shared.InvoiceRead) -> None: ...

    @abstractmethod
    async def forget_customer(self, session: AsyncSession, payload: shared.CustomerRead) -> None: ...


class StockControllerProtocol(Protocol):
    """Operations of `stock` (services/orders/spec/routers/stock.yaml)."""

    @abstractmethod
    async def get_stock(self, session: AsyncSession, article: str) -> schemas.Stock: ...

    @abstractmethod
    async def set_stock(self, session: AsyncSession, payload: schemas.Stock) -> schemas.Stock: ...
