import httpx
import requests


class Stripe:
    def __init__(self, key: str) -> None:
        self.client = httpx.AsyncClient(base_url="https://api.stripe.com", headers={"Authorization": key})

    async def charge(self, amount: int) -> str:
        response = await self.client.post("/v1/charges", data={"amount": amount})
        if response.status_code != 200:
            raise RuntimeError(f"{response.status_code}: {response.text}")
        return str(response.json()["id"])


def rates() -> object:
    answer = requests.get("https://rates.example.com/latest", timeout=3)
    answer.raise_for_status()
    return answer.json()


def fake(status: int) -> httpx.Response:
    return httpx.Response(status, json={"status_code": status})
