"""The files of a service: a folder, a bucket, or memory, behind one form (https://developmentseed.org/obstore/)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from fastapi import Request
from obstore.exceptions import GenericError
from obstore.store import LocalStore, ObjectStore, from_url

from framework.runtime.resources import Held, Unavailable
from framework.runtime.settings import StorageSettings, load

__all__ = ["Storage", "get_storage"]

NAME = "storage"
GRACE = 0.05
NOWHERE = ".ready"
"""Looked for by a check, and never there."""


class Storage(Held[ObjectStore]):
    """A folder that is missing is made, a bucket is not."""

    name = NAME

    def __init__(self, settings: StorageSettings | None = None) -> None:
        super().__init__()
        self._settings = settings or load(StorageSettings)

    @property
    def store(self) -> ObjectStore:
        return self.client

    async def check(self) -> None:
        """Asks for a list, for the answer to a single key does not tell a missing file from a missing bucket."""
        try:
            if isinstance(self.store, LocalStore) and not Path(str(self.store.prefix)).is_dir():
                raise NotADirectoryError(str(self.store.prefix))
            async for _ in self.store.list(NOWHERE):
                break
        except (GenericError, OSError) as fault:
            raise Unavailable(NAME) from fault

    def _made(self) -> ObjectStore:
        return _store(self._settings)

    async def _end(self, client: ObjectStore) -> None:
        """There is nothing to close, but a store in memory is empty afterwards, and the threads of the library have to
        let go of the interpreter before it may end: it would end with SIGABRT."""
        await asyncio.sleep(GRACE)


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
        # Three minutes would be the default: longer than a request waits.
        "retry_config": {"retry_timeout": timedelta(seconds=settings.storage_timeout)},
        "client_options": {
            "connect_timeout": "3s",
            "timeout": f"{settings.storage_timeout}s",
            "allow_http": endpoint.startswith("http:"),
        },
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
