"""The library that generated services import, and that an app written by hand can use alone. It knows nothing of the
compiler.

A name is loaded when it is asked for: who needs a database loads no client of Redis.

Modules are what generated code, `wiring.py` and people import. Folders hold what these are made of: `requests` behind
`entry`, `routes` and `drain`; `words` behind `problems`; `sql` behind `db` and `violations`; `told` behind `logs`,
`redaction` and `metrics`; `wire` behind `types`. `settings`, `resources` and `contract` are whole by themselves.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framework.runtime.cache import Cache, get_redis
    from framework.runtime.db import Database, get_db
    from framework.runtime.resources import Resources, Unavailable
    from framework.runtime.settings import Settings
    from framework.runtime.settings.request import get_settings
    from framework.runtime.storage import Storage, get_storage

__all__ = [
    "Cache", "Database", "Resources", "Settings", "Storage", "Unavailable", "get_db", "get_redis", "get_settings",
    "get_storage",
]  # fmt: skip

_HOMES = {
    "Cache": "cache",
    "Database": "db",
    "Resources": "resources",
    "Settings": "settings",
    "Storage": "storage",
    "Unavailable": "resources",
    "get_db": "db",
    "get_redis": "cache",
    "get_settings": "settings.request",
    "get_storage": "storage",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
