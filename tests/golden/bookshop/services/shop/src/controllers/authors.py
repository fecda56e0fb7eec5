"""What the operations of `authors` do. This file is yours: it was written once and is not written again."""

from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated.protocols import AuthorsControllerProtocol
from shared.generated import schemas as shared


class AuthorsController(AuthorsControllerProtocol):
    async def list_authors(self, session: AsyncSession) -> list[shared.AuthorRead]:
        raise NotImplementedError

    async def create_author(self, session: AsyncSession, payload: shared.AuthorCreate) -> shared.AuthorRead:
        raise NotImplementedError

    async def update_author(
        self,
        session: AsyncSession,
        author_id: str,
        payload: shared.AuthorUpdate,
    ) -> shared.AuthorRead:
        raise NotImplementedError
