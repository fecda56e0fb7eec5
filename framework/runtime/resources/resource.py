"""The form of everything that is opened with a service and closed with it."""

from typing import Protocol


class Resource(Protocol):
    """`close` may be called on what was never opened, and twice."""

    @property
    def name(self) -> str:
        """What readiness calls it, and where it stands in `app.state`."""

    async def open(self) -> None:
        """One attempt, which raises where the other side does not answer. It is repeated from outside."""

    async def check(self) -> None:
        """Raises where the resource could not serve a request now."""

    async def close(self) -> None: ...
