import json

from redis.asyncio import Redis


class Cache:
    def __init__(self, redis: Redis) -> None:
        self.redis = redis

    async def get(self, key: str) -> object:
        found = await self.redis.get(key)
        return json.loads(found) if found else None

    async def put(self, key: str, value: object) -> None:
        async with self.redis.pipeline() as line:
            await line.set(key, json.dumps(value), ex=60).execute()
        await self.redis.incr("puts")
        await self.redis.lpush("last", key)
