from uuid import UUID

from shared.generated.errors import BookMissing, ShopClosed
from shared.generated.schemas import BookRead


class Store:
    def __init__(self) -> None:
        self.rows: dict[UUID, BookRead] = {}

    async def one(self, key: UUID) -> BookRead:
        if key not in self.rows:
            raise BookMissing
        return self.rows[key]

    async def all(self) -> list[BookRead]:
        if not self.rows:
            raise ShopClosed
        return list(self.rows.values())
