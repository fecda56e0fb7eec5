"""The settings of every service, whatever it reaches."""

import ipaddress
import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, SecretStr, field_validator

from framework.runtime.settings.variables import Variables, lower

_ORIGIN = re.compile(r"\*|[a-z][a-z0-9+.-]*://[^/?#\s]+", re.IGNORECASE)
_STEADY: dict[str, object] = {"log_format": "json", "shutdown_delay": 5.0}


class Settings(Variables):
    """A process that serves: how it logs, whom it trusts, how long it waits. Times are in seconds."""

    PROFILES: ClassVar[Mapping[str, Mapping[str, object]]] = {"staging": _STEADY, "prod": _STEADY}

    log_level: Annotated[Literal["debug", "info", "warning", "error", "critical"], BeforeValidator(lower)] = Field(
        "info", description="The least that is logged"
    )
    log_format: Annotated[Literal["auto", "json", "pretty"], BeforeValidator(lower)] = Field(
        "auto", description="`auto` is pretty on a terminal and JSON elsewhere; JSON in staging and prod"
    )
    root_path: str = Field("", description="What a proxy has cut from the front of every path, such as /shop")
    cors_origins: tuple[str, ...] = Field((), description="The origins whose pages may call the API")
    trusted_proxies: tuple[str, ...] = Field((), description="Addresses or networks whose `Forwarded` headers count")
    max_body_bytes: int = Field(10 * 1024 * 1024, ge=0, description="The largest body of a request")
    startup_timeout: float = Field(30.0, gt=0, description="How long the resources may take to be reached")
    readiness_timeout: float = Field(2.0, gt=0, description="How long one check of a resource may take")
    shutdown_delay: float = Field(
        0.0, ge=0, description="From the signal to the end of new connections, for load balancers to notice; 5 in prod"
    )
    shutdown_timeout: float = Field(20.0, ge=0, description="How long requests in flight may take to finish")
    request_timeout: float | None = Field(None, gt=0, description="How long one request may take; unset: no limit")
    metrics: bool = Field(True, description="Whether /metrics is served")
    metrics_token: SecretStr | None = Field(None, description="What a reader of /metrics brings as a bearer token")

    @field_validator("root_path")
    @classmethod
    def _path(cls, value: str) -> str:
        if value and (not value.startswith("/") or value.endswith("/")):
            raise ValueError("must begin with / and not end with one")
        return value

    @field_validator("cors_origins")
    @classmethod
    def _origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(_ORIGIN.fullmatch(origin) for origin in value):
            raise ValueError("must be origins such as https://shop.example, without a path or a slash at the end")
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(map(_network, value)):
            raise ValueError("must be addresses or networks such as 10.0.0.0/8")
        return value


def _network(text: str) -> bool:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return True
