from httpx import AsyncClient

HOST = "back" "end"


def client() -> AsyncClient:
    return AsyncClient(base_url=f"http://{HOST}:8000/")
