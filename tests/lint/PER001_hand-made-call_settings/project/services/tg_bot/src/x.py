import requests


def books(settings: object) -> object:
    return requests.get(f"{settings.backend_api_url}/books", timeout=3).json()
