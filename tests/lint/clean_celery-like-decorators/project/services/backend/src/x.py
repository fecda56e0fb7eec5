from functools import wraps, lru_cache, partial
def retry(n):
    def deco(f):
        @wraps(f)
        async def inner(*a, **k):
            return await f(*a, **k)
        return inner
    return deco
@retry(3)
async def f(): ...
@lru_cache
def g(): ...
