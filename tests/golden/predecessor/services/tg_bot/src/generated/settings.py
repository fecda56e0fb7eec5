# Made by `autogen generate` from services/tg_bot/spec. Edit that, not this file.
"""What the environment tells `tg_bot`."""

from functools import cache

from framework.runtime import settings


class Settings(settings.Settings):
    """The variables of the runtime."""


@cache
def get_settings() -> Settings:
    """Those of this process, read at the first call. `get_settings.cache_clear()` has them read again."""
    return settings.load(Settings)
