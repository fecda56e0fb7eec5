import httpx


class Books(httpx.AsyncClient):
    def __init__(self) -> None:
        super().__init__(base_url="http://backend:8000")
