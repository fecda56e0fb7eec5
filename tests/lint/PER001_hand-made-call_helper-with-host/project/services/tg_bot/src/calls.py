import requests


def call(host: str, way: str) -> object:
    return requests.get("http://" + host + ":8000" + way, timeout=3).json()
