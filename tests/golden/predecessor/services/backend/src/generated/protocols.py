# Made by `autogen generate` from services/backend/spec. Edit that, not this file.
"""What the controllers of `backend` have to do."""

from abc import abstractmethod
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from shared.generated import schemas as shared


class ParcelsControllerProtocol(Protocol):
    """Operations of `parcels` (services/backend/spec/parcels.yaml)."""

    @abstractmethod
    async def list_parcels(
        self,
        session: AsyncSession,
        limit: int,
        station: str | None,
        fragile: bool | None,
    ) -> list[shared.ParcelRead]: ...

    @abstractmethod
    async def get_parcel(self, session: AsyncSession, parcel_id: str) -> shared.ParcelRead: ...

    @abstractmethod
    async def get_label(self, session: AsyncSession, parcel_id: str, copy_number: int) -> shared.ParcelLabel: ...

    @abstractmethod
    async def update_parcel(
        self,
        session: AsyncSession,
        parcel_id: str,
        payload: shared.ParcelUpdate,
    ) -> shared.ParcelRead: ...

    @abstractmethod
    async def delete_parcel(self, session: AsyncSession, parcel_id: str) -> None: ...

    @abstractmethod
    async def dispatch(self, session: AsyncSession, payload: shared.ParcelCreate) -> shared.ParcelRead: ...

    @abstractmethod
    async def on_parcel_lost(self, session: AsyncSession, payload: shared.ParcelLost) -> None: ...


class StatusControllerProtocol(Protocol):
    """Operations of `status` (services/backend/spec/status.yaml)."""

    @abstractmethod
    async def latest_notice(self, session: AsyncSession) -> shared.Notice: ...
