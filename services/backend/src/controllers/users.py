"""Users in memory: what `make demo` serves, and what a first reader changes. Nothing of it outlives the process."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import UsersControllerProtocol
from shared.generated.errors import EmailTaken, UserNotFound
from shared.generated.schemas import UserCreate, UserRead, UserUpdate


class UsersController(UsersControllerProtocol):
    def __init__(self) -> None:
        self._users: dict[UUID, UserRead] = {}

    async def create_user(self, session: AsyncSession, payload: UserCreate) -> UserRead:
        self._hold_free(payload.email)
        user = UserRead(id=uuid4(), is_active=True, created_at=datetime.now(UTC), **dict(payload))
        self._users[user.id] = user
        return user

    async def list_users(
        self, session: AsyncSession, is_active: bool | None, limit: int, offset: int
    ) -> list[UserRead]:
        newest = [user for user in reversed(self._users.values()) if is_active in (None, user.is_active)]
        return newest[offset : offset + limit]

    async def get_user(self, session: AsyncSession, user_id: UUID) -> UserRead:
        if user_id not in self._users:
            raise UserNotFound(user_id=user_id)
        return self._users[user_id]

    async def update_user(self, session: AsyncSession, user_id: UUID, payload: UserUpdate) -> UserRead:
        user = await self.get_user(session, user_id)
        changes = payload.model_dump(exclude_unset=True)
        if "email" in changes and changes["email"] != user.email:
            self._hold_free(changes["email"])
        self._users[user_id] = UserRead.model_validate({**user.model_dump(), **changes})
        return self._users[user_id]

    async def delete_user(self, session: AsyncSession, user_id: UUID) -> None:
        await self.get_user(session, user_id)
        del self._users[user_id]

    def _hold_free(self, email: str) -> None:
        if any(user.email == email for user in self._users.values()):
            raise EmailTaken
