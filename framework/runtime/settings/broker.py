"""The variables of a service that sends or takes events."""

from typing import Annotated

from pydantic import Field, SecretStr

from framework.runtime.settings.markers import Said, UrlOf
from framework.runtime.settings.variables import Variables

SCHEMES = ("memory", "amqp", "amqps", "redis", "rediss")


class BrokerSettings(Variables):
    """How the broker of events is reached."""

    broker_url: Annotated[SecretStr, UrlOf(SCHEMES, "amqp://user:password@host:5672/"), Said()] = Field(
        SecretStr("memory://"), description="The broker; memory:// carries events within one process"
    )
