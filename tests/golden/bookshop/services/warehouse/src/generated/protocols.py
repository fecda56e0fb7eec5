# Made by `autogen generate` from services/warehouse/spec. Edit that, not this file.
"""What the controllers of `warehouse` have to do."""

from abc import abstractmethod
from typing import Protocol

from shared.generated import schemas as shared


class PackingControllerProtocol(Protocol):
    """Operations of `packing` (services/warehouse/spec/routers/packing.yaml)."""

    @abstractmethod
    async def make_room(self, payload: shared.BookRead) -> None: ...

    @abstractmethod
    async def pack_order(self, payload: shared.OrderRead) -> shared.Parcel: ...
