from fastapi import WebSocketException


def refuse() -> None:
    raise WebSocketException(code=1008)
