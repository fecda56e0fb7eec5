# Made by `autogen generate` from services/notifications/spec. Edit that, not this file.
"""What the environment tells `notifications`."""

from functools import cache

from framework.runtime import settings


class Settings(settings.Settings, settings.BrokerSettings):
    """The variables of the runtime."""


@cache
def get_settings() -> Settings:
    """Those of this process, read at the first call. `get_settings.cache_clear()` has them read again."""
    return settings.load(Settings)
