import requests

HOSTS = {"books": "http://backend:8000"}


def all_of_it() -> list[object]:
    return [requests.get(f"{base}/{name}", timeout=3).json() for name, base in HOSTS.items()]
