"""An app without a spec, written by hand on the runtime: what no example does is done here."""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Annotated

import httpx2
from fastapi import APIRouter, FastAPI, HTTPException, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import Field

from framework.runtime import entry, problems
from framework.runtime import types as t
from framework.runtime.entry import Meter
from framework.runtime.logs import get_logger
from framework.runtime.model import Model

log = get_logger("shop")
ADA = {"email": "ada@example.com", "password": "correct horse"}


class Account(Model):
    email: Annotated[str, t.EmailRule(max_length=254), Field(repr=False), t.PII]
    password: Annotated[str, t.TextRule(), Field(repr=False), t.SENSITIVE]


def router() -> APIRouter:
    found = APIRouter(prefix="/accounts")

    @found.post("")
    async def make(payload: Account) -> str:
        log.info("made", payload=payload, length=len(payload.password), note=f"for {payload.email}")
        logging.getLogger("old").warning("of %s", payload.password, extra={"table": "accounts"})
        return "made"

    @found.post("/{number}/crash")
    async def crash(number: int, payload: Account) -> None:
        try:
            raise KeyError(payload.password)
        except KeyError as fault:
            fault.add_note(f"it was {payload.email.upper()}")
            raise RuntimeError(f"cannot keep {payload.password!r}") from fault

    @found.post("/raw")
    async def raw(request: Request) -> int:
        size = len(await request.body())
        log.info("read", size=size)
        return size

    @found.get("/{number}")
    async def one(number: int) -> int:
        return number

    @found.get("/{number}/late")
    async def late(number: int) -> Response:
        async def parts() -> AsyncIterator[bytes]:
            yield b"first"
            raise RuntimeError(ADA["password"])

        return StreamingResponse(parts())

    @found.get("/{number}/teapot")
    async def teapot(number: int) -> None:
        raise HTTPException(418)

    return found


def made(meter: Meter | None = None, trusted: tuple[str, ...] = ()) -> FastAPI:
    app, api, accounts = FastAPI(), APIRouter(prefix="/v1"), router()
    api.include_router(accounts)
    app.include_router(api, prefix="/api")
    app.include_router(accounts, prefix="/old")

    @app.get("/livez")
    async def livez() -> str:
        return "ok"

    problems.install(app)
    entry.install(app, trusted, meter)
    return app


def ask(app: FastAPI, *requests: tuple[str, str], headers: dict[str, str] | None = None) -> list[httpx2.Response]:
    """The answers to requests in turn. A POST sends Ada's account."""

    async def asked() -> list[httpx2.Response]:
        transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url="http://test", headers=headers) as client:
            return [
                await client.request(method, path, json=ADA if method == "POST" else None) for method, path in requests
            ]

    return asyncio.run(asked())
