import redis.asyncio as redis
r = redis.Redis()
async def f(): await r.get("x")
