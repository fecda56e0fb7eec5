"""What the operations of `parcels` do. This file is yours: it was written once and is not written again."""

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import ParcelsControllerProtocol
from shared.generated import schemas as shared


class ParcelsController(ParcelsControllerProtocol):
    async def list_parcels(
        self,
        session: AsyncSession,
        limit: int,
        station: str | None,
        fragile: bool | None,
    ) -> list[shared.ParcelRead]:
        raise NotImplementedError

    async def get_parcel(self, session: AsyncSession, parcel_id: str) -> shared.ParcelRead:
        raise NotImplementedError

    async def get_label(self, session: AsyncSession, parcel_id: str, copy_number: int) -> shared.ParcelLabel:
        raise NotImplementedError

    async def update_parcel(
        self,
        session: AsyncSession,
        parcel_id: str,
        payload: shared.ParcelUpdate,
    ) -> shared.ParcelRead:
        raise NotImplementedError

    async def delete_parcel(self, session: AsyncSession, parcel_id: str) -> None:
        raise NotImplementedError

    async def dispatch(self, session: AsyncSession, payload: shared.ParcelCreate) -> shared.ParcelRead:
        raise NotImplementedError

    async def on_parcel_lost(self, session: AsyncSession, payload: shared.ParcelLost) -> None:
        raise NotImplementedError
