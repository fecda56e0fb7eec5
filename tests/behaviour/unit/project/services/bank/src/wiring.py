"""A server that loses its patience: a request may say after how many seconds it is cancelled."""

import asyncio
from typing import Any

from fastapi import FastAPI


class Impatient:
    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        patience = dict(scope.get("headers", ())).get(b"x-patience")
        if patience is None:
            return await self.app(scope, receive, send)
        try:
            async with asyncio.timeout(float(patience)):
                return await self.app(scope, receive, send)
        except TimeoutError:
            await send({"type": "http.response.start", "status": 504, "headers": []})
            await send({"type": "http.response.body", "body": b""})


def configure(app: FastAPI) -> None:
    app.add_middleware(Impatient)
