"""Greets who has got a book."""

import logging

from services.notifications.src.generated.protocols import GreetingsControllerProtocol
from shared.generated.schemas import BookRead

LOG = logging.getLogger(__name__)


class GreetingsController(GreetingsControllerProtocol):
    async def greet_reader(self, payload: BookRead) -> None:
        LOG.info("a book: %s", payload.title)
