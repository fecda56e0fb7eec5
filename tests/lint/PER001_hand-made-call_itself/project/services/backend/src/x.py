import httpx


def books() -> object:
    return httpx.get("http://backend:8000/books").json()
