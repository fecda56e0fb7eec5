"""A folder, memory and a bucket that is not there. No example stores files."""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated, Any

import httpx2
import pytest
from fastapi import Depends, FastAPI
from obstore.store import ObjectStore
from pydantic import SecretStr

from framework.runtime import problems
from framework.runtime.resources import Unavailable
from framework.runtime.settings import StorageSettings
from framework.runtime.storage import Storage, get_storage

BUCKET: dict[str, Any] = {
    "storage_url": SecretStr("s3://files/here"),
    "storage_endpoint": "http://127.0.0.1:1",
    "storage_region": "eu-central-1",
    "storage_access_key": SecretStr("key"),
    "storage_secret_key": SecretStr("secret-7f3a"),
    "storage_timeout": 1.0,
}


@pytest.fixture(params=["file", "memory"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> StorageSettings:
    url = (tmp_path / "a" / "b").as_uri() if request.param == "file" else "memory://"
    return StorageSettings(storage_url=SecretStr(url))


def test_what_is_put_can_be_got(settings: StorageSettings) -> None:
    async def ask() -> None:
        async with Storage(settings) as storage:
            await storage.store.put_async("a/b.txt", b"hello")
            found = await storage.store.get_async("a/b.txt")
            assert bytes(await found.bytes_async()) == b"hello"
            await storage.check()

    asyncio.run(ask())


def test_a_folder_that_has_gone_is_unavailable(tmp_path: Path) -> None:
    async def ask() -> None:
        async with Storage(StorageSettings(storage_url=SecretStr((tmp_path / "a").as_uri()))) as storage:
            (tmp_path / "a").rmdir()
            with pytest.raises(Unavailable):
                await storage.check()

    asyncio.run(ask())


def test_a_bucket_that_does_not_answer_is_unavailable_and_tells_no_secret() -> None:
    async def ask() -> None:
        began = time.monotonic()
        with pytest.raises(Unavailable) as told:
            async with Storage(StorageSettings(**BUCKET)):
                raise AssertionError("nothing to ask")
        assert time.monotonic() - began < 2.5
        assert "secret-7f3a" not in f"{told.value} {told.value.__cause__}"

    asyncio.run(ask())


def test_a_handler_that_meets_a_dead_bucket_answers_503() -> None:
    app = FastAPI()
    problems.install(app)
    app.state.storage = Storage(StorageSettings(**BUCKET))

    @app.get("/file")
    async def file(store: Annotated[ObjectStore, Depends(get_storage)]) -> None:
        await store.get_async("a.txt")

    async def ask() -> httpx2.Response:
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://here") as client:
            found = await client.get("/file")
        await app.state.storage.close()
        return found

    found = asyncio.run(ask())
    assert (found.status_code, found.json()["code"]) == (503, "unavailable")


SCRIPT = """
import asyncio
from framework.runtime import Storage

async def main():
    async with Storage() as storage:
        await storage.store.put_async("a", b"b")
        print(bytes(await (await storage.store.get_async("a")).bytes_async()))

asyncio.run(main())
"""


def test_a_script_ends_in_order(tmp_path: Path) -> None:
    """The threads of the library outlive the loop, and would abort an interpreter that ends before them."""
    for _ in range(5):
        done = subprocess.run(
            (sys.executable, "-c", SCRIPT),
            env={**os.environ, "STORAGE_URL": "memory://"},
            cwd=tmp_path,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
