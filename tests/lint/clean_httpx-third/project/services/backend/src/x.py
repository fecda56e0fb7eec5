import httpx
async def f():
    async with httpx.AsyncClient() as c:
        r = await c.get("https://api.telegram.org/x")
        return r.status_code
