# Made by `autogen generate` from services/billing/spec. Edit that, not this file.
"""What the controllers of `billing` have to do."""

import uuid
from abc import abstractmethod
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from shared.generated import schemas as shared


class BookkeepingControllerProtocol(Protocol):
    """Operations of `bookkeeping` (services/billing/spec/routers/bookkeeping.yaml)."""

    @abstractmethod
    async def book_order(self, session: AsyncSession, payload: shared.OrderRead) -> None: ...

    @abstractmethod
    async def close_account(self, session: AsyncSession, payload: shared.CustomerRead) -> None: ...


class InvoicesControllerProtocol(Protocol):
    """Operations of `invoices` (services/billing/spec/routers/invoices.yaml)."""

    @abstractmethod
    async def create_invoice(self, session: AsyncSession, payload: shared.InvoiceCreate) -> shared.InvoiceRead: ...

    @abstractmethod
    async def get_invoice(self, session: AsyncSession, invoice_id: uuid.UUID) -> shared.InvoiceRead: ...

    @abstractmethod
    async def pay_invoice(
        self,
        session: AsyncSession,
        invoice_id: uuid.UUID,
        card_token: str,
    ) -> shared.InvoiceRead: ...
