"""The cache over the Redis of this machine, and what happens where there is none. No example asks for a cache."""

import asyncio
import time
import uuid
from collections.abc import Awaitable, Callable

import pytest
from pydantic import SecretStr
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import ResponseError

from framework.runtime.cache import Cache
from framework.runtime.resources import Unavailable
from framework.runtime.settings import CacheSettings

HERE, NOWHERE = "redis://127.0.0.1:6379/0", "redis://127.0.0.1:1/0"


def over(ask: Callable[[Cache], Awaitable[None]], url: str = HERE, **more: float) -> None:
    async def run() -> None:
        cache = Cache(CacheSettings(redis_url=SecretStr(url), **more))
        try:
            await ask(cache)
        finally:
            await cache.close()

    asyncio.run(run())


@pytest.mark.redis
def test_what_is_set_can_be_got_alone_and_in_a_pipeline() -> None:
    async def ask(cache: Cache) -> None:
        key = f"autogen-test-{uuid.uuid4()}"
        await cache.redis.set(key, "hello", ex=10)
        assert await cache.redis.get(key) == b"hello"
        async with cache.redis.pipeline() as pipeline:
            pipeline.get(key)
            pipeline.delete(key)
            assert await pipeline.execute() == [b"hello", 1]

    over(ask)


@pytest.mark.redis
def test_an_answer_of_the_server_is_no_outage() -> None:
    async def ask(cache: Cache) -> None:
        with pytest.raises(ResponseError):
            await cache.redis.execute_command("NO-SUCH-COMMAND")

    over(ask)


@pytest.mark.redis
def test_a_pool_that_is_all_in_use_is_unavailable() -> None:
    async def ask(cache: Cache) -> None:
        async with cache.redis.client() as one:
            await one.ping()
            with pytest.raises(Unavailable):
                await cache.redis.ping()
        await cache.redis.ping()

    over(ask, redis_pool_size=1, redis_timeout=0.5)


def test_a_dead_server_is_unavailable_and_soon_costs_nothing() -> None:
    async def ask(cache: Cache) -> None:
        for _ in range(3):
            with pytest.raises(Unavailable) as told:
                await cache.redis.get("a")
            assert isinstance(told.value, RedisConnectionError)
        began = time.perf_counter()
        for _ in range(100):
            with pytest.raises(Unavailable) as told:
                await cache.redis.get("a")
            assert isinstance(told.value.__cause__, Unavailable), "there was an attempt"
        assert (time.perf_counter() - began) / 100 < 0.002

    over(ask, NOWHERE)


def test_a_pipeline_and_a_subscription_meet_the_same_outage() -> None:
    async def ask(cache: Cache) -> None:
        with pytest.raises(Unavailable):
            async with cache.redis.pipeline() as pipeline:
                await pipeline.get("a").execute()
        with pytest.raises(Unavailable):
            async with cache.redis.pubsub() as subscription:
                await subscription.subscribe("news")

    over(ask, NOWHERE)
