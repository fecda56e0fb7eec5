# Made by `autogen generate` from services/orders/spec/models.yaml. Edit that, not this file.
"""Models that only `orders` knows."""

from typing import Annotated

from framework.runtime import types as t
from framework.runtime.model import ClosedModel


class Stock(ClosedModel):
    article: t.Text
    left: Annotated[int, t.IntRule(ge=0)]
