# Made by `autogen generate` from services/customers/spec. Edit that, not this file.
"""What the controllers of `customers` have to do."""

import uuid
from abc import abstractmethod
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from shared.generated import schemas as shared


class CustomersControllerProtocol(Protocol):
    """Operations of `customers` (services/customers/spec/routers/customers.yaml)."""

    @abstractmethod
    async def create_customer(self, session: AsyncSession, payload: shared.CustomerCreate) -> shared.CustomerRead: ...

    @abstractmethod
    async def get_customer(self, session: AsyncSession, customer_id: uuid.UUID) -> shared.CustomerRead: ...

    @abstractmethod
    async def update_customer(
        self,
        session: AsyncSession,
        customer_id: uuid.UUID,
        payload: shared.CustomerUpdate,
    ) -> shared.CustomerRead: ...

    @abstractmethod
    async def remove_customer(self, session: AsyncSession, customer_id: uuid.UUID) -> shared.CustomerRead: ...
