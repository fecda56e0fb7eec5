# Made by `autogen generate` from services/backend/spec. Edit that, not this file.
"""What the controllers of `backend` have to do."""

import uuid
from abc import abstractmethod
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from shared.generated import schemas as shared


class UsersControllerProtocol(Protocol):
    """Operations of `users` (services/backend/spec/routers/users.yaml)."""

    @abstractmethod
    async def create_user(self, session: AsyncSession, payload: shared.UserCreate) -> shared.UserRead:
        """Register a user"""

    @abstractmethod
    async def list_users(
        self,
        session: AsyncSession,
        is_active: bool | None,
        limit: int,
        offset: int,
    ) -> list[shared.UserRead]:
        """Users, the newest first"""

    @abstractmethod
    async def get_user(self, session: AsyncSession, user_id: uuid.UUID) -> shared.UserRead:
        """One user"""

    @abstractmethod
    async def update_user(
        self,
        session: AsyncSession,
        user_id: uuid.UUID,
        payload: shared.UserUpdate,
    ) -> shared.UserRead:
        """Change what is sent, keep the rest"""

    @abstractmethod
    async def delete_user(self, session: AsyncSession, user_id: uuid.UUID) -> None:
        """Remove a user"""
