# Made by `autogen generate` from services/notifications/spec. Edit that, not this file.
"""What the controllers of `notifications` have to do."""

from abc import abstractmethod
from typing import Protocol

from shared.generated import schemas as shared


class NoticesControllerProtocol(Protocol):
    """Operations of `notices` (services/notifications/spec/notices.yaml)."""

    @abstractmethod
    async def tell_receiver(self, payload: shared.ParcelRead) -> shared.Notice: ...
