"""Which secrets count outside of dev. Unit tests: a folder of specs holds no environment."""

from pathlib import Path
from typing import Annotated

import pytest
from pydantic import SecretStr

from framework.runtime import settings

URL = "postgresql://app:kd83-fmw2@host/db"


class Own(settings.Settings, settings.DatabaseSettings):
    stripe_key: Annotated[SecretStr, settings.Secret()] = SecretStr("sk_test_4242")
    pin: Annotated[SecretStr, settings.Secret(min_length=4)] | None = None
    hook: Annotated[SecretStr, settings.SecretUrl()] | None = None
    by_hand: SecretStr | None = None


@pytest.fixture(autouse=True)
def prod(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    for name in (field.upper() for field in Own.model_fields):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("APP_ENV", "prod")
    monkeypatch.setenv("DATABASE_URL", URL)
    monkeypatch.setenv("STRIPE_KEY", "sk_live_8fj20dk")
    return monkeypatch


def refused() -> dict[str, str]:
    with pytest.raises(settings.StartRefused) as caught:
        settings.load(Own)
    return {fault.variable: fault.told for fault in caught.value.faults}


def test_profiles(prod: pytest.MonkeyPatch) -> None:
    found = settings.load(Own)
    assert (found.log_format, found.shutdown_delay) == ("json", 5.0)
    prod.setenv("LOG_FORMAT", "pretty")
    prod.setenv("SHUTDOWN_DELAY", "0")
    found = settings.load(Own)
    assert (found.log_format, found.shutdown_delay) == ("pretty", 0.0)
    assert Own(shutdown_delay=1.0).shutdown_delay == 1.0


@pytest.mark.parametrize("env", ["prod", "staging", "PROD"])
def test_what_must_be_said_outside_of_dev(prod: pytest.MonkeyPatch, env: str) -> None:
    for name in ("DATABASE_URL", "STRIPE_KEY"):
        prod.delenv(name)
    prod.setenv("APP_ENV", env)
    told = f"is not set, and with APP_ENV={env.lower()} its default does not count"
    assert refused() == {"DATABASE_URL": told, "STRIPE_KEY": told}
    assert Own(database_url=SecretStr(URL), stripe_key=SecretStr("sk_live_8fj20dk")).app_env == env.lower()


def test_tests_may_use_a_database_that_everybody_knows_and_no_such_secret(prod: pytest.MonkeyPatch) -> None:
    prod.setenv("APP_ENV", "test")
    prod.setenv("DATABASE_URL", "postgresql://postgres:postgres@127.0.0.1/postgres")
    assert settings.load(Own).app_env == "test"
    prod.delenv("DATABASE_URL")
    prod.delenv("STRIPE_KEY")
    assert refused() == {"STRIPE_KEY": "is not set, and with APP_ENV=test its default does not count"}
    prod.setenv("STRIPE_KEY", "changethis")
    assert set(refused()) == {"STRIPE_KEY"}


def test_a_file_of_a_database_may_be_said(prod: pytest.MonkeyPatch) -> None:
    prod.setenv("DATABASE_URL", "sqlite+aiosqlite:///database.db")
    assert settings.load(Own).database_url.get_secret_value().startswith("sqlite")


def test_the_default_of_a_spec_is_no_secret(prod: pytest.MonkeyPatch) -> None:
    prod.setenv("STRIPE_KEY", "sk_test_4242")
    assert refused() == {"STRIPE_KEY": "is the default of its declaration, which is no secret; APP_ENV is prod"}


WEAK = [
    "changethis", "ChangeMe", "change-me-please", "<your-api-key>", "secret", "PASSWORD", "example", "postgres", "test",
    "replace_this", "your_secret_here", "12345678",
]  # fmt: skip


@pytest.mark.parametrize("text", WEAK)
@pytest.mark.parametrize("name", ["STRIPE_KEY", "PIN", "BY_HAND"])
def test_placeholders(prod: pytest.MonkeyPatch, name: str, text: str) -> None:
    prod.setenv(name, text)
    assert refused() == {name: "is a placeholder that everybody knows; APP_ENV is prod"}
    prod.setenv("APP_ENV", "dev")
    assert settings.load(Own)


@pytest.mark.parametrize("text", ["changethis", "guest", "Postgres"])
def test_the_password_of_a_url(prod: pytest.MonkeyPatch, text: str) -> None:
    prod.setenv("DATABASE_URL", f"postgresql://app:{text}@host/db")
    prod.setenv("HOOK", f"https://app:{text}@host/hook")
    told = "has a password that everybody knows; APP_ENV is prod"
    assert refused() == {"DATABASE_URL": told, "HOOK": told}


def test_a_url_without_a_password_or_with_a_short_one(prod: pytest.MonkeyPatch) -> None:
    prod.setenv("DATABASE_URL", "postgresql://app:k3y@host/db")
    assert settings.load(Own)
    prod.setenv("DATABASE_URL", "postgresql://postgres@/db?host=/run/postgresql")
    prod.setenv("HOOK", "https://hooks.example/T00/B00")
    assert settings.load(Own)


def test_short_and_plain_secrets(prod: pytest.MonkeyPatch) -> None:
    prod.setenv("STRIPE_KEY", "k3y-x9!")
    prod.setenv("BY_HAND", "aabbaabbaabb")
    prod.setenv("PIN", "7777")
    assert refused() == {
        "STRIPE_KEY": "must have at least 8 characters; APP_ENV is prod",
        "BY_HAND": "must have at least 4 different characters; APP_ENV is prod",
    }


def test_one_fault_makes_no_second(prod: pytest.MonkeyPatch) -> None:
    prod.setenv("APP_ENV", "production")
    prod.setenv("STRIPE_KEY", "changethis")
    prod.delenv("DATABASE_URL")
    assert list(refused()) == ["APP_ENV"]
