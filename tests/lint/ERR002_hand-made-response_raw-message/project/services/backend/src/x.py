from collections.abc import Awaitable, Callable
from typing import Any

START = "http.response.start"


async def answer(send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    await send({"type": START, "status": 204, "headers": []})
