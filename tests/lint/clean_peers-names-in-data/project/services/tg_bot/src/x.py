import logging

import httpx

LOG = logging.getLogger("backend")
SERVICES = {"backend": "the shop", "notifications": "the letters"}


def describe(name: str) -> str:
    return SERVICES.get("backend", name)


async def report(url: str) -> None:
    LOG.info("http://backend:8000 answers")
    async with httpx.AsyncClient() as client:
        await client.post(url, json={"from": "http://backend:8000", "to": "backend"}, headers={"Origin": "http://tg_bot"})
        await client.get("https://backend.example.com/status")
        await client.get("http://localhost:9200/books/_search")
