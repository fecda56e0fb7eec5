# Made by `autogen generate` from services/shop/spec/service.yaml. Edit that, not this file.
"""What the environment tells `shop`."""

from functools import cache
from typing import Annotated, ClassVar

from framework.runtime import settings
from framework.runtime import types as t
from pydantic import Field, SecretStr


class Settings(settings.Settings, settings.DatabaseSettings, settings.BrokerSettings):
    """Its own variables and those of the runtime."""

    DECLARED: ClassVar[str] = "services/shop/spec/service.yaml"

    page_size: Annotated[int, t.IntRule(ge=1, le=100, of="param")] = Field(default=20, description="Books of a page")
    countries: list[t.Text] = Field(default=["DE", "AT"], description="Where books are sent")
    payment_key: Annotated[SecretStr, settings.Secret()] | None = Field(
        default=None,
        description="The key of the payments account",
    )


@cache
def get_settings() -> Settings:
    """Those of this process, read at the first call. `get_settings.cache_clear()` has them read again."""
    return settings.load(Settings)
