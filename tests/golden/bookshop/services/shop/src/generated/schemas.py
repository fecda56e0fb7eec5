# Made by `autogen generate` from services/shop/spec/models.yaml. Edit that, not this file.
"""Models that only `shop` knows."""

from typing import Annotated

from framework.runtime import types as t
from framework.runtime.model import Model

from shared.generated import schemas as shared


class SalesReport(Model):
    day: t.Date
    copies: Annotated[int, t.IntRule(ge=0)]
    takings: list[shared.Price]
    best: shared.BookCard | None = None
