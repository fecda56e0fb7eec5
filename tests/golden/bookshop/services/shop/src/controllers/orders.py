"""What the operations of `orders` do. This file is yours: it was written once and is not written again."""

import uuid

from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated.protocols import OrdersControllerProtocol
from shared.generated import schemas as shared


class OrdersController(OrdersControllerProtocol):
    async def place_order(self, session: AsyncSession, payload: shared.OrderCreate) -> shared.OrderRead:
        raise NotImplementedError

    async def get_order(self, session: AsyncSession, order_id: uuid.UUID) -> shared.OrderRead:
        raise NotImplementedError

    async def change_address(self, session: AsyncSession, order_id: uuid.UUID, payload: shared.Address) -> None:
        raise NotImplementedError

    async def cancel_order(self, session: AsyncSession, order_id: uuid.UUID) -> None:
        raise NotImplementedError

    async def on_order_packed(self, session: AsyncSession, payload: shared.Parcel) -> None:
        raise NotImplementedError

    async def on_packing_failed(self, session: AsyncSession, payload: shared.OrderRead) -> None:
        raise NotImplementedError
