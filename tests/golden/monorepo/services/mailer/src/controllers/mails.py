"""What the operations of `mails` do. This file is yours: it was written once and is not written again."""

from services.mailer.src.generated.protocols import MailsControllerProtocol
from shared.generated import schemas as shared


class MailsController(MailsControllerProtocol):
    async def thank_for_order(self, payload: shared.OrderRead) -> None:
        raise NotImplementedError

    async def explain_refusal(self, payload: shared.OrderCreate) -> None:
        raise NotImplementedError
