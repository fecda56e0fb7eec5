from litestar import get, Litestar
@get('/x')
async def f() -> int: return 1
