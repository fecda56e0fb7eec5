"""The variables of a service with a cache."""

from typing import Annotated

from pydantic import Field, SecretStr

from framework.runtime.settings.markers import Said, UrlOf
from framework.runtime.settings.variables import Variables

SCHEMES = ("redis", "rediss", "unix")


class CacheSettings(Variables):
    """How Redis is reached. Times are in seconds."""

    redis_url: Annotated[SecretStr, UrlOf(SCHEMES, "redis://:password@host:6379/0"), Said()] = Field(
        SecretStr("redis://127.0.0.1:6379/0"), description="The Redis of the cache"
    )
    redis_pool_size: int = Field(50, ge=1, description="The most connections of one process")
    redis_connect_timeout: float = Field(2.0, gt=0, description="How long a new connection may take")
    redis_timeout: float = Field(2.0, gt=0, description="How long one command may take")
