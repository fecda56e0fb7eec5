"""An app that is written by hand, over a database and a cache. Copied to where it runs."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Response
from redis.asyncio import Redis
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from framework.runtime import Cache, Database, Resources, get_db, get_redis, health, problems
from framework.runtime.drain import Drain

WITH_CACHE = [Cache()] if "REDIS_URL" in os.environ else []
resources = Resources(Database(), *WITH_CACHE, startup_timeout=float(os.environ.get("STARTUP", "10")))
drain = Drain(float(os.environ.get("DELAY", "0")), float(os.environ.get("TIMEOUT", "10")))


@asynccontextmanager
async def life(app: FastAPI) -> AsyncIterator[None]:
    with drain.watching():
        async with resources.lifespan(app):
            drain.started()
            yield


app = FastAPI(lifespan=life)
health.install(app, resources, drain, timeout=0.5)
problems.install(app)
drain.install(app)


@app.get("/database")
async def database(session: Annotated[AsyncSession, Depends(get_db)], sleep: float = 0) -> dict[str, bool]:
    await session.execute(text(f"select pg_sleep({sleep})"))
    return {"done": True}


@app.get("/cache")
async def cache(redis: Annotated[Redis, Depends(get_redis)]) -> dict[str, bool]:
    await redis.get("a")
    return {"done": True}


@app.get("/large")
async def large() -> Response:
    return Response(b"x" * 50_000_000)


@app.get("/wait/{seconds}")
async def wait(seconds: float) -> dict[str, bool]:
    await asyncio.sleep(seconds)
    return {"done": True}
