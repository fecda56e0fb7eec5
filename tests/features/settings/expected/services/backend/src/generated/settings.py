# Made by `autogen generate` from services/backend/spec/service.yaml. Edit that, not this file.
"""What the environment tells `backend`."""

import builtins as _builtins
import datetime as dt
import decimal
from functools import cache
from typing import Annotated, ClassVar, Literal

from framework.runtime import settings
from framework.runtime import types as t
from pydantic import Field, SecretStr

from shared.generated import schemas as shared


class Settings(settings.Settings, settings.DatabaseSettings, settings.StorageSettings):
    """Its own variables and those of the runtime."""

    DECLARED: ClassVar[str] = "services/backend/spec/service.yaml"

    page_size: Annotated[_builtins.int, t.IntRule(ge=1, le=100, of="param")] = Field(
        default=20,
        description="Rows of a page",
    )
    stripe_key: Annotated[SecretStr, settings.Secret(pattern="^sk_")] = Field(
        description="The key of the payments account",
    )
    shop: Annotated[str, t.TextRule(max_length=40, pattern="^[a-z0-9-]+$")]
    hook: Annotated[SecretStr, settings.SecretUrl()] | None = Field(default=None, description="Where orders are told")
    coupon: Annotated[SecretStr, settings.Secret(min_length=6, max_length=40, pattern="^[a-z0-9-]+$")] = SecretStr(
        "welcome-2026",
    )
    token: Annotated[SecretStr, settings.Secret()] | None = None
    rate: Annotated[decimal.Decimal, t.DecimalRule(places=2)] = Field(
        default=decimal.Decimal("0.19"),
        description="The tax",
    )
    share: Annotated[float, t.FloatRule(gt=0.0, of="param")] = 1.0
    closed: t.BoolParam = False
    since: t.DateTime | None = Field(default=None, examples=["2026-01-31T12:30:00Z"])
    hold: t.Duration = dt.timedelta(days=1, seconds=7200)
    opens: t.Time = dt.time(9)
    salt: t.Bytes = Field(default=b"\x00\x01\x02", description='Bytes with a "quote", a # and a\nsecond line')
    owner: t.Email = Field(examples=["owner@shop.example"])
    level: shared.Level = shared.Level.LOW
    size: Annotated[shared.Size, t.Numeral()] = shared.Size.VALUE_2
    mode: Literal["print", "audio"] = "print"
    step: Annotated[Literal[1, 5], t.Numeral()] = 5
    ports: Annotated[list[t.IntParam], t.Items(min=1)] = Field(default=[80, 443], description="The ports")
    names: list[t.Text] = Field(default=["a, b", "c"])
    levels: Annotated[list[shared.Level], t.Items(unique=True)] = Field(default=[])
    a__b: t.IntParam = 1
    s3_key2: t.Text = "$HOME 'x' # \"y\""
    int: t.IntParam = 3
    model_name: t.Text = "large\nsmall"


@cache
def get_settings() -> Settings:
    """Those of this process, read at the first call. `get_settings.cache_clear()` has them read again."""
    return settings.load(Settings)
