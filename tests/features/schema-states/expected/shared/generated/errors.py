# Made by `autogen generate` from shared/spec/errors.yaml. Edit that, not this file.
"""The errors that operations declare, as exceptions: a controller raises them, and so does a client."""

import datetime as dt
import decimal
import uuid

from framework.runtime import types as t
from framework.runtime.errors import DeclaredError
from framework.runtime.model import Model

from shared.generated import schemas as shared


class Gone(DeclaredError):
    """It is gone"""

    code = "gone"
    status = 410
    title = "It is gone"


class TitleTakenDetail(Model):
    wanted: t.Text
    members: list[t.Uuid]
    until: t.DateTime | None
    price: t.Decimal
    note: shared.Note


class TitleTaken(DeclaredError):
    """The title is taken"""

    code = "title_taken"
    status = 409
    title = "The title is taken"
    retryable = True
    _shape = TitleTakenDetail

    def __init__(
        self,
        *,
        wanted: str,
        members: list[uuid.UUID],
        until: dt.datetime | None,
        price: decimal.Decimal,
        note: shared.Note,
    ) -> None:
        super().__init__(wanted=wanted, members=members, until=until, price=price, note=note)
        self.wanted = wanted
        self.members = members
        self.until = until
        self.price = price
        self.note = note
