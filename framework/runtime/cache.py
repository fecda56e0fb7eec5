"""The cache of a service: one pool of connections to Redis, and what a handler depends on to use it.

async with Cache() as cache:
    await cache.redis.set("greeting", "hello", ex=60)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import Request
from redis import exceptions
from redis.asyncio import BlockingConnectionPool, Connection, Redis
from redis.asyncio.connection import parse_url
from redis.maint_notifications import MaintNotificationsConfig

from framework.runtime.resources import Breaker, Held, Unavailable
from framework.runtime.settings import CacheSettings, load

__all__ = ["Cache", "get_redis"]

NAME = "cache"


class Gone(Unavailable, exceptions.ConnectionError):
    """Both, for the client itself waits for its own kind and drops the connection."""


class Late(Unavailable, exceptions.TimeoutError): ...


class Cache(Held[Redis]):
    """The client hands bytes out, unless the URL says `?decode_responses=true`."""

    name = NAME

    def __init__(self, settings: CacheSettings | None = None) -> None:
        super().__init__()
        self._settings = settings or load(CacheSettings)
        self._breaker = Breaker(NAME)

    @property
    def redis(self) -> Redis:
        return self.client

    async def check(self) -> None:
        await self.redis.ping()

    def _made(self) -> Redis:
        return Redis.from_pool(_pool(self._settings, self._breaker))

    async def _end(self, client: Redis) -> None:
        await client.aclose()


async def get_redis(request: Request) -> Redis:
    cache: Cache = request.app.state.cache
    return cache.redis


def _pool(settings: CacheSettings, breaker: Breaker) -> BlockingConnectionPool:
    """A client that is made of a pool tries nothing twice by itself: a command that may have been carried out is not
    repeated, and three attempts at a dead server would cost each request seconds."""
    options: dict[str, Any] = {
        "max_connections": settings.redis_pool_size,
        "timeout": settings.redis_timeout,
        "socket_timeout": settings.redis_timeout,
        "socket_connect_timeout": settings.redis_connect_timeout,
        # With these on, the pool does not notice that an idle connection was closed by the server.
        "maint_notifications_config": MaintNotificationsConfig(enabled=False),
        **parse_url(settings.redis_url.get_secret_value()),
    }
    kind = options.pop("connection_class", Connection)
    return _Pool(connection_class=_guarded(kind, breaker), **options)


class _Pool(BlockingConnectionPool):
    async def get_connection(self, *args: Any, **options: Any) -> Any:
        with _told():
            return await super().get_connection(*args, **options)  # type: ignore[no-untyped-call]  # untyped there


def _guarded(kind: Any, breaker: Breaker) -> Any:
    """The connection of a URL (plain, TLS, Unix socket) whose outages are ours."""

    class Guarded(kind):  # type: ignore[misc]  # known only now
        async def connect(self) -> None:
            if not self.is_connected:
                with _told(), breaker.attempt():
                    await super().connect()

        async def read_response(self, *args: Any, **options: Any) -> Any:
            with _told():
                return await super().read_response(*args, **options)

        async def send_packed_command(self, *args: Any, **options: Any) -> None:
            with _told():
                await super().send_packed_command(*args, **options)

    return Guarded


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except Gone:
        raise
    except (exceptions.ConnectionError, OSError) as fault:
        raise Gone(NAME) from fault
    except exceptions.TimeoutError as fault:
        raise (fault if isinstance(fault, Late) else Late(NAME)) from fault.__cause__
    except Unavailable as fault:
        raise Gone(NAME, fault.retry_after) from fault
