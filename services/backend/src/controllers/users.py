"""Users, kept in the database."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from framework.runtime.violations import raises
from services.backend.src.generated.protocols import UsersControllerProtocol
from services.backend.src.tables import User
from shared.generated.errors import EmailTaken, UserNotFound
from shared.generated.schemas import UserCreate, UserRead, UserUpdate

TAKEN = {"uq_users_email": EmailTaken}


class UsersController(UsersControllerProtocol):
    async def create_user(self, session: AsyncSession, payload: UserCreate) -> UserRead:
        user = User(id=uuid4(), is_active=True, created_at=datetime.now(UTC), **payload.model_dump())
        async with raises(session, TAKEN):
            session.add(user)
        return _read(user)

    async def list_users(
        self, session: AsyncSession, is_active: bool | None, limit: int, offset: int
    ) -> list[UserRead]:
        newest = select(User).order_by(User.created_at.desc(), User.id).limit(limit).offset(offset)
        if is_active is not None:
            newest = newest.where(User.is_active == is_active)
        return [_read(user) for user in await session.scalars(newest)]

    async def get_user(self, session: AsyncSession, user_id: UUID) -> UserRead:
        return _read(await _found(session, user_id))

    async def update_user(self, session: AsyncSession, user_id: UUID, payload: UserUpdate) -> UserRead:
        user = await _found(session, user_id)
        async with raises(session, TAKEN):
            for name, value in payload.model_dump(exclude_unset=True).items():
                setattr(user, name, value)
        return _read(user)

    async def delete_user(self, session: AsyncSession, user_id: UUID) -> None:
        await session.delete(await _found(session, user_id))


async def _found(session: AsyncSession, user_id: UUID) -> User:
    user = await session.get(User, user_id)
    if user is None:
        raise UserNotFound(user_id=user_id)
    return user


def _read(user: User) -> UserRead:
    return UserRead.model_validate(user, from_attributes=True)
