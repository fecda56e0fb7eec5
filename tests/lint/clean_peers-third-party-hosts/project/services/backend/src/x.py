import aiohttp
import httpx
from urllib.parse import urlencode, urlsplit

TELEGRAM = "https://api.telegram.org"


class Telegram:
    def __init__(self, token: str, base: str = TELEGRAM) -> None:
        self.base = f"{base}/bot{token}"

    async def send(self, chat: int, text: str) -> None:
        async with aiohttp.ClientSession() as session:
            await session.post(f"{self.base}/sendMessage", json={"chat_id": chat, "text": text})


def avatar(email: str) -> str:
    return "https://www.gravatar.com/avatar/?" + urlencode({"d": email})


async def search(host: str, words: str) -> object:
    async with httpx.AsyncClient(base_url=f"https://{host}") as client:
        return (await client.get("/books", params={"q": words})).json()


async def send(token: str) -> None:
    await Telegram(token).send(1, "see http://backend:8000/books")
    assert urlsplit("http://backend:8000/books").hostname == "backend"
