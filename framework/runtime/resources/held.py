"""What is alike in every resource that holds one client: when it is made, opened and let go."""

from abc import ABC, abstractmethod
from types import TracebackType
from typing import ClassVar, Generic, Self, TypeVar

Client = TypeVar("Client")


class Held(ABC, Generic[Client]):
    """Made without a connection: the client is there at its first use, and anew after `close`."""

    name: ClassVar[str]

    def __init__(self) -> None:
        self._client: Client | None = None

    @property
    def client(self) -> Client:
        if self._client is None:
            self._client = self._made()
        return self._client

    async def open(self) -> None:
        await self.check()

    @abstractmethod
    async def check(self) -> None:
        """Raises where the other side does not answer."""

    async def close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await self._end(client)

    async def __aenter__(self) -> Self:
        try:
            await self.open()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @abstractmethod
    def _made(self) -> Client:
        """The client, which connects nowhere yet."""

    @abstractmethod
    async def _end(self, client: Client) -> None: ...
