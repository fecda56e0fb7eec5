import httpx


class Stripe(httpx.AsyncClient):
    def __init__(self, key: str, host: str = "api.stripe.com") -> None:
        super().__init__(base_url=f"https://{host}", headers={"Authorization": key})

    async def charge(self, amount: int) -> httpx.Response:
        return await self.post("/v1/charges", data={"amount": amount})
