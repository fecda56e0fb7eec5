from uuid import UUID

from services.tg_bot.src.generated.clients.backend import ApiError, BackendClient
from shared.generated.errors import BookMissing
from shared.generated.schemas import BookRead


async def book(book_id: UUID) -> BookRead | None:
    async with BackendClient(max_retries=5, initial_delay=0.5) as client:
        try:
            return await client.get_book(book_id=book_id)
        except BookMissing:
            return None
        except ApiError as fault:
            print(fault.status, fault.code)
            raise
