"""A hand-written app behind a real server, with as many workers as a test wants."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

APP = """
import asyncio
import os
from types import SimpleNamespace
import prometheus_client  # before the runtime has chosen how it counts
from fastapi import APIRouter, FastAPI, HTTPException
from pydantic import SecretStr
from framework.runtime import entry, logs, metrics, problems

logs.configure(SimpleNamespace())
app, router = FastAPI(), APIRouter(prefix="/things")

@router.post("/slow")
async def slow(thing: dict[str, int]) -> int:
    await asyncio.sleep(thing["seconds"])
    return 1

@router.get("/slow")
async def slowly() -> int:
    await asyncio.sleep(1)
    return 1

@router.get("/{number}")
async def thing(number: int) -> int:
    if number == 13:
        raise HTTPException(409)
    return os.getpid()

app.include_router(router, prefix="/api")
problems.install(app)
token = os.environ.get("TOKEN")
meter = metrics.install(app, SimpleNamespace(metrics=True, metrics_token=SecretStr(token) if token else None))
meter.dependency("database", True)
entry.install(app, (), meter)
"""


@contextmanager
def serving(folder: Path, workers: int, **variables: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    (folder / "things.py").write_text(APP, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "uvicorn", "things:app", "--port", str(port), "--workers", str(workers))
    with (folder / "log").open("w") as log:
        known = {**os.environ, "TMPDIR": str(folder), **variables}
        process = subprocess.Popen(command, cwd=folder, env=known, stdout=log, stderr=log)
        try:
            _await(process, f"http://127.0.0.1:{port}", folder / "log")
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.terminate()
            process.wait(30)


def _await(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    with httpx2.Client() as client:
        for _ in range(300):
            try:
                client.get(f"{address}/docs")
                return
            except httpx2.TransportError:
                assert process.poll() is None, log.read_text()
                time.sleep(0.1)
    raise AssertionError(log.read_text())
