import httpx

BASE = "http://backend:8000"


async def books() -> object:
    async with httpx.AsyncClient(timeout=3) as client:
        answer = await client.get(BASE + "/books")
        return answer.json()
