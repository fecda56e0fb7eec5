"""The settings as a dependency of a handler. Apart from the rest, for a script has no requests."""

from fastapi import Request

from framework.runtime.settings.process import Settings


async def get_settings(request: Request) -> Settings:
    """Those that the app was made with."""
    settings: Settings = request.app.state.settings
    return settings
