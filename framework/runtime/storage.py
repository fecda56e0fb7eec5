"""The files of a service: a folder, a bucket, or memory, behind one form (https://developmentseed.org/obstore/)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

from fastapi import Request
from obstore.exceptions import GenericError
from obstore.store import LocalStore, ObjectStore, from_url

from framework.runtime.resources import Unavailable
from framework.runtime.settings import StorageSettings, load

__all__ = ["Storage", "get_storage"]

NAME = "storage"
GRACE = 0.05
NOWHERE = ".ready"
"""Looked for by a check, and never there."""


class Storage:
    """Made without a connection. A folder that is missing is made, a bucket is not."""

    name = NAME

    def __init__(self, settings: StorageSettings | None = None) -> None:
        self._settings = settings or load(StorageSettings)
        self._store: ObjectStore | None = None

    @property
    def store(self) -> ObjectStore:
        if self._store is None:
            self._store = _store(self._settings)
        return self._store

    async def open(self) -> None:
        await self.check()

    async def check(self) -> None:
        """Asks for a list, for the answer to a single key does not tell a missing file from a missing bucket."""
        try:
            if isinstance(self.store, LocalStore) and not Path(str(self.store.prefix)).is_dir():
                raise NotADirectoryError(str(self.store.prefix))
            async for _ in self.store.list(NOWHERE):
                break
        except (GenericError, OSError) as fault:
            raise Unavailable(NAME) from fault

    async def close(self) -> None:
        """There is nothing to close, but a store in memory is empty afterwards, and the threads of the library have to
        let go of the interpreter before it may end: it would end with SIGABRT."""
        store, self._store = self._store, None
        if store is not None:
            await asyncio.sleep(GRACE)

    async def __aenter__(self) -> "Storage":
        try:
            await self.open()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


async def get_storage(request: Request) -> AsyncIterator[ObjectStore]:
    storage: Storage = request.app.state.storage
    try:
        yield storage.store
    except GenericError as fault:
        raise Unavailable(NAME) from fault


def _store(settings: StorageSettings) -> ObjectStore:
    location = settings.storage_location
    scheme = location.partition(":")[0]
    if scheme == "memory":
        return from_url("memory:///")
    if scheme == "file":
        return from_url(location, mkdir=True)
    endpoint = settings.storage_endpoint or ""
    options: dict[str, Any] = {
        # Ten attempts within three minutes would be the default: longer than a request waits.
        "retry_config": {"max_retries": 2, "retry_timeout": timedelta(seconds=10)},
        "client_options": {"connect_timeout": "3s", "timeout": "30s", "allow_http": endpoint.startswith("http:")},
    }
    return from_url(location, **options, **(_s3(settings) if scheme == "s3" else {}))


def _s3(settings: StorageSettings) -> dict[str, Any]:
    """What is not set is found by the library: a role of the host, the variables of the cloud."""
    key, secret = settings.storage_access_key, settings.storage_secret_key
    given = {
        "endpoint": settings.storage_endpoint,
        "region": settings.storage_region,
        "access_key_id": key and key.get_secret_value(),
        "secret_access_key": secret and secret.get_secret_value(),
        "virtual_hosted_style_request": False if settings.storage_endpoint else None,
    }
    return {name: value for name, value in given.items() if value is not None}
