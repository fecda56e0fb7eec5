# Made by `autogen generate` from services/mailer/spec. Edit that, not this file.
"""What the controllers of `mailer` have to do."""

from abc import abstractmethod
from typing import Protocol

from shared.generated import schemas as shared


class MailsControllerProtocol(Protocol):
    """Operations of `mails` (services/mailer/spec/routers/mails.yaml)."""

    @abstractmethod
    async def thank_for_order(self, payload: shared.OrderRead) -> None: ...

    @abstractmethod
    async def explain_refusal(self, payload: shared.OrderCreate) -> None: ...
