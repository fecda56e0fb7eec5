# Made by `autogen generate` from shared/spec/errors.yaml. Edit that, not this file.
"""The errors that operations declare, as exceptions: a controller raises them, and so does a client."""

import uuid

from framework.runtime import types as t
from framework.runtime.errors import DeclaredError
from framework.runtime.model import Model


class UserNotFoundDetail(Model):
    user_id: t.Uuid


class UserNotFound(DeclaredError):
    """There is no such user"""

    code = "user_not_found"
    status = 404
    title = "There is no such user"
    _shape = UserNotFoundDetail

    def __init__(self, *, user_id: uuid.UUID) -> None:
        super().__init__(user_id=user_id)
        self.user_id = user_id


class EmailTaken(DeclaredError):
    """This address has an account already"""

    code = "email_taken"
    status = 409
    title = "This address has an account already"
