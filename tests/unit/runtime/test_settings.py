"""What a process takes from its environment. Unit tests: a folder of specs holds no environment, and the classes serve
apps that are written by hand, too."""

import os
import pickle
import subprocess
import sys
import traceback
from enum import Enum, IntEnum
from pathlib import Path
from typing import Annotated, ClassVar, Literal

import pytest
from pydantic import AfterValidator, BaseModel, Field, SecretStr, ValidationError

from framework.runtime import settings
from framework.runtime import types as t
from tests.repository import ROOT

MARK = "q9zq9z"
"""A value that nothing may repeat."""


class Color(Enum):
    RED = "red"


class Size(IntEnum):
    SMALL = 1


def refuse(value: object) -> object:
    raise ValueError(f"not {value.get_secret_value() if isinstance(value, SecretStr) else value}")


class Point(BaseModel):
    x: int


class Own(settings.Settings, settings.DatabaseSettings, settings.StorageSettings):
    DECLARED: ClassVar[str] = "services/shop/spec/service.yaml"

    page_size: Annotated[int, t.IntRule(ge=1, of="param")] = Field(default=20, description="Rows of a page")
    ports: Annotated[list[Annotated[int, t.IntRule(ge=1, of="param")]], t.Items(min=1)] = Field(default=[80])
    names: list[t.Text] = Field(default=["one"])
    size: Annotated[Size, t.Numeral()] = Size.SMALL
    hook: Annotated[SecretStr, settings.SecretUrl()] | None = None
    stripe_key: Annotated[SecretStr, settings.Secret(pattern="^sk_")] = Field(description="The payments account")
    coupon: Annotated[SecretStr, settings.Secret()] = SecretStr("welcome-2026")


class Everything(settings.Variables):
    """One field of each type that can stand in a spec."""

    whole: t.IntParam
    real: t.FloatParam
    exact: t.Decimal
    flag: t.BoolParam
    raw: t.Bytes
    id: t.Uuid
    day: t.Date
    clock: t.Time
    moment: t.DateTime
    length: t.Duration
    mail: t.Email
    link: t.Url
    word: Annotated[str, t.TextRule(pattern="^x")]
    color: Color
    mode: Literal["a", "b"]
    step: Annotated[Literal[1, 2], t.Numeral()]
    size: Annotated[Size, t.Numeral()]
    colors: Annotated[list[Color], t.Items(unique=True)]
    wholes: list[t.IntParam]
    point: Point
    key: Annotated[SecretStr, settings.Secret(pattern="^x")]
    hook: Annotated[SecretStr, settings.SecretUrl()]
    checked: Annotated[SecretStr, AfterValidator(refuse)]


@pytest.fixture(autouse=True)
def empty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment without variables, in a folder without `.env`."""
    for name in list(os.environ):
        if name not in ("PATH", "HOME") and not name.startswith(("PYTEST", "COV")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("STRIPE_KEY", "sk_12345678")
    return monkeypatch


def refused(kind: type[settings.Variables] = Own) -> dict[str, str]:
    """What each variable at fault is told, after everything that shows it was searched for the value."""
    with pytest.raises(settings.StartRefused) as caught:
        settings.load(kind)
    shown = "".join(traceback.format_exception(caught.value))
    assert MARK not in shown + repr(caught.value) + repr(caught.value.__context__)
    return {fault.variable: fault.told for fault in caught.value.faults}


def test_defaults(given: pytest.MonkeyPatch) -> None:
    found = settings.load(Own)
    assert (found.app_env, found.page_size, found.ports, found.size) == ("dev", 20, [80], Size.SMALL)
    assert (found.log_format, found.shutdown_delay, found.request_timeout) == ("auto", 0.0, None)
    assert found.database_url.get_secret_value() == "sqlite+aiosqlite:///database.db"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("page_size", "7", 7),
        ("ports", "1,2", [1, 2]),
        ("ports", " 1 , 2 ,", [1, 2]),
        ("ports", "[1, 2]", [1, 2]),
        ("names", '["a,b", "c"]', ["a,b", "c"]),
        ("names", "[]", []),
        ("size", "1", Size.SMALL),
        ("log_level", "WARNING", "warning"),
        ("app_env", " DEV ", "dev"),
        ("cors_origins", "https://a.example,http://localhost:3000", ("https://a.example", "http://localhost:3000")),
        ("cors_origins", "*", ("*",)),
        ("trusted_proxies", "10.0.0.0/8,::1", ("10.0.0.0/8", "::1")),
        ("root_path", "/shop", "/shop"),
        ("request_timeout", "1.5", 1.5),
    ],
)
def test_texts_become_values(given: pytest.MonkeyPatch, name: str, text: str, value: object) -> None:
    given.setenv(name.upper(), text)
    assert getattr(settings.load(Own), name) == value


@pytest.mark.parametrize("name", ["PAGE_SIZE", "PORTS", "ROOT_PATH", "HOOK", "DATABASE_URL", "APP_ENV", "NAMES"])
def test_an_empty_variable_is_one_that_is_not_set(given: pytest.MonkeyPatch, name: str) -> None:
    usual = settings.load(Own)
    given.setenv(name, "")
    assert settings.load(Own) == usual


def test_an_empty_secret_is_missing(given: pytest.MonkeyPatch) -> None:
    given.setenv("STRIPE_KEY", "")
    assert refused() == {"STRIPE_KEY": "is not set, and has no default"}


def test_names_count_letter_by_letter(given: pytest.MonkeyPatch) -> None:
    given.setenv("page_size", "7")
    given.setenv("Page_Size", "8")
    assert settings.load(Own).page_size == 20


def test_what_is_given_in_code_comes_first(given: pytest.MonkeyPatch) -> None:
    given.setenv("PAGE_SIZE", "7")
    assert Own(page_size=8).page_size == 8


def test_all_faults_are_told_at_once(given: pytest.MonkeyPatch) -> None:
    for name in ("PAGE_SIZE", "STRIPE_KEY", "HOOK", "APP_ENV", "LOG_LEVEL", "ROOT_PATH", "CORS_ORIGINS"):
        given.setenv(name, MARK)
    for name in ("TRUSTED_PROXIES", "MAX_BODY_BYTES", "STARTUP_TIMEOUT", "STORAGE_URL"):
        given.setenv(name, MARK)
    given.setenv("PORTS", f"1,{MARK},0")
    given.setenv("DATABASE_URL", f"postgresql://app:{MARK}@host:{MARK}/db")
    assert refused() == {
        "APP_ENV": "must be 'dev', 'test', 'staging' or 'prod'",
        "CORS_ORIGINS": "must be origins such as https://shop.example, without a path or a slash at the end",
        "DATABASE_URL": "must be a URL such as postgresql://user:password@host/name",
        "HOOK": "must be an absolute URL",
        "LOG_LEVEL": "must be 'debug', 'info', 'warning', 'error' or 'critical'",
        "MAX_BODY_BYTES": "must be a whole number",
        "PAGE_SIZE": "must be a whole number",
        "PORTS": "item 2 must be a whole number",
        "ROOT_PATH": "must begin with / and not end with one",
        "STARTUP_TIMEOUT": "must be a number",
        "STORAGE_URL": "must be a URL such as s3://bucket/prefix",
        "STRIPE_KEY": "must match pattern '^sk_'",
        "TRUSTED_PROXIES": "must be addresses or networks such as 10.0.0.0/8",
    }


@pytest.mark.parametrize("name", [name for name in Everything.model_fields if name not in ("app_env", "data_dir")])
def test_no_type_repeats_a_value(given: pytest.MonkeyPatch, name: str) -> None:
    given.setenv(name.upper(), MARK)
    assert name.upper() in refused(Everything)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("FLAG", "perhaps", "must be true or false"),
        ("ID", "1-2", "must be a UUID"),
        ("RAW", "%", "must be base64"),
        ("MAIL", "nobody", "must be an e-mail address"),
        ("WORD", "y", "must match pattern '^x'"),
        ("CHECKED", MARK, "is not accepted"),
    ],
)
def test_words(given: pytest.MonkeyPatch, name: str, text: str, told: str) -> None:
    given.setenv(name, text)
    assert refused(Everything)[name] == told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("DATABASE_URL", "mysql://host/db"),
        ("DATABASE_URL", "sqlite:database.db"),
        ("STORAGE_URL", "s4://bucket"),
        ("ROOT_PATH", "/shop/"),
        ("ROOT_PATH", "shop"),
        ("CORS_ORIGINS", "https://a.example,https://b.example/"),
    ],
)
def test_what_looks_right_and_is_not(given: pytest.MonkeyPatch, name: str, text: str) -> None:
    given.setenv(name, text)
    assert list(refused()) == [name]


def test_a_class_that_is_called_by_itself_hides_values_too(given: pytest.MonkeyPatch) -> None:
    given.setenv("STRIPE_KEY", MARK)
    with pytest.raises(ValidationError, match="stripe_key") as caught:
        Own()
    assert MARK not in "".join(traceback.format_exception(caught.value))


def test_a_misspelt_word_in_code_is_refused(given: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValidationError, match="page_sise"):
        Own(page_sise=1)  # type: ignore[call-arg]  # what the test is about


def test_a_refusal_says_where_to_look(given: pytest.MonkeyPatch) -> None:
    given.setenv("PAGE_SIZE", "0")
    given.setenv("LOG_LEVEL", "loud")
    with pytest.raises(settings.StartRefused) as caught:
        settings.load(Own)
    assert str(caught.value).splitlines() == [
        "the process does not start:",
        "  LOG_LEVEL must be 'debug', 'info', 'warning', 'error' or 'critical'",
        "    The least that is logged (framework.runtime)",
        "  PAGE_SIZE must be greater than or equal to 1",
        "    Rows of a page (services/shop/spec/service.yaml)",
    ]
    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults


def test_bytes_that_are_no_text(given: pytest.MonkeyPatch) -> None:
    for name in ("PAGE_SIZE", "STRIPE_KEY", "ROOT_PATH", "DATABASE_URL", "LOG_LEVEL", "NAMES"):
        given.setenv(name, os.fsdecode(b"sk_\xff"))
    names = ("PAGE_SIZE", "STRIPE_KEY", "ROOT_PATH", "DATABASE_URL", "LOG_LEVEL", "NAMES")
    assert refused() == dict.fromkeys(names, "must be text that UTF-8 can hold")


def test_a_list_without_end(given: pytest.MonkeyPatch) -> None:
    given.setenv("PORTS", "[" * 100_000)
    assert refused() == {"PORTS": 'must be a list such as a,b or ["a", "b"]'}


@pytest.mark.parametrize("number", ["inf", "nan", "-1"])
def test_a_time_is_a_finite_number(given: pytest.MonkeyPatch, number: str) -> None:
    given.setenv("STARTUP_TIMEOUT", number)
    assert list(refused()) == ["STARTUP_TIMEOUT"]


def test_settings_are_frozen_and_show_no_secret(given: pytest.MonkeyPatch) -> None:
    given.setenv("STRIPE_KEY", f"sk_{MARK}")
    given.setenv("DATABASE_URL", f"postgresql://app:{MARK}@host/db")
    found = settings.load(Own)
    shown = f"{found!r} {found} {found.model_dump()} {found.model_dump_json()} {found.model_dump(mode='json')}"
    assert MARK not in shown
    assert found.stripe_key.get_secret_value() == f"sk_{MARK}"
    with pytest.raises(ValueError, match="frozen"):
        found.page_size = 1  # type: ignore[misc]  # what the test is about


@pytest.mark.parametrize("kind", ["DatabaseSettings", "CacheSettings", "StorageSettings", "BrokerSettings"])
def test_each_class_stands_alone(kind: str) -> None:
    assert settings.load(getattr(settings, kind)).app_env == "dev"


def test_the_storage_has_a_place(empty: Path, given: pytest.MonkeyPatch) -> None:
    assert settings.load(settings.StorageSettings).storage_location == (empty / "data/storage").as_uri()
    given.setenv("STORAGE_URL", "memory://")
    assert settings.load(settings.StorageSettings).storage_location == "memory://"


@pytest.mark.parametrize("module", ["settings", "settings.request"])
def test_what_is_imported(module: str) -> None:
    """Settings of everything load nothing that the service did not ask for; a script loads no FastAPI either."""
    heavy = {"sqlalchemy", "redis", "obstore", "aiosqlite", "asyncpg", "opentelemetry.sdk", "prometheus_client"}
    heavy |= {"fastapi"} if module == "settings" else set()
    code = f"import sys, framework.runtime.{module}; print(*sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run((sys.executable, "-c", code), cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_settings_by_hand(given: pytest.MonkeyPatch) -> None:
    """A class of one's own may name its variables otherwise, and hold what is written as JSON."""

    class Hand(settings.Variables):
        point: Point
        other: int = Field(validation_alias="THEIR_NAME")
        table: dict[str, list[int]] = Field(default={})
        ports: list[int] | None = None
        keys: tuple[SecretStr, ...] = ()

    given.setenv("POINT", '{"x": 1}')
    given.setenv("THEIR_NAME", "7")
    given.setenv("TABLE", '{"a": [1, 2]}')
    given.setenv("PORTS", "1,2")
    given.setenv("KEYS", f"{MARK},{MARK}")
    found = settings.load(Hand)
    assert (found.point.x, found.other, found.table, found.ports) == (1, 7, {"a": [1, 2]}, [1, 2])
    assert len(found.keys) == 2
    assert MARK not in repr(found)
    given.setenv("POINT", MARK)
    given.setenv("THEIR_NAME", MARK)
    assert refused(Hand) == {"POINT": "must be JSON", "THEIR_NAME": "must be a whole number"}


# -- .env and files ----------------------------------------------------------------------------------------------


def test_dotenv_is_read_behind_the_environment(empty: Path, given: pytest.MonkeyPatch) -> None:
    (empty / ".env").write_text("\ufeffPAGE_SIZE=7\nexport ROOT_PATH='/shop'\nOF_ANOTHER_SERVICE=1\nHOOK=\n")
    found = settings.load(Own)
    assert (found.page_size, found.root_path, found.hook) == (7, "/shop", None)
    given.setenv("PAGE_SIZE", "8")
    assert settings.load(Own).page_size == 8
    given.setenv("PAGE_SIZE", "")
    assert settings.load(Own).page_size == 7


def test_a_dotenv_that_cannot_be_read_is_told(empty: Path, given: pytest.MonkeyPatch) -> None:
    (empty / ".env").write_bytes(f"STRIPE_KEY={MARK}\xff".encode("latin-1"))
    assert refused() == {"": ".env is not UTF-8"}


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_secret_in_a_file(empty: Path, given: pytest.MonkeyPatch, end: str) -> None:
    (empty / "key").write_bytes(f"sk_ line {end}".encode())
    given.delenv("STRIPE_KEY")
    given.setenv("STRIPE_KEY_FILE", "key")
    assert settings.load(Own).stripe_key.get_secret_value() == "sk_ line "


def test_an_optional_secret_in_a_file(empty: Path, given: pytest.MonkeyPatch) -> None:
    (empty / "hook").write_text("https://hooks.example/T00\n")
    given.setenv("HOOK_FILE", "hook")
    hook = settings.load(Own).hook
    assert hook is not None
    assert hook.get_secret_value() == "https://hooks.example/T00"


def test_only_secrets_come_from_files(empty: Path, given: pytest.MonkeyPatch) -> None:
    (empty / "size").write_text("7")
    given.setenv("PAGE_SIZE_FILE", "size")
    assert settings.load(Own).page_size == 20


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "has no value: STRIPE_KEY_FILE names no file"),
        (b"", "has no value: the file that STRIPE_KEY_FILE names is empty"),
        (b"\n", "has no value: the file that STRIPE_KEY_FILE names is empty"),
        (b"sk_\xff" + MARK.encode(), "has no value: the file that STRIPE_KEY_FILE names is not UTF-8"),
        (b"x" * 65537, "has no value: the file that STRIPE_KEY_FILE names is too large"),
        (MARK.encode(), "must match pattern '^sk_'"),
    ],
)
def test_a_file_without_a_secret(empty: Path, given: pytest.MonkeyPatch, data: bytes | None, told: str) -> None:
    given.delenv("STRIPE_KEY")
    path = empty / MARK
    if data is not None:
        path.write_bytes(data)
    given.setenv("STRIPE_KEY_FILE", str(path))
    assert refused() == {"STRIPE_KEY": told}


@pytest.mark.parametrize("path", ["/", "\0", "x" * 5000], ids=["folder", "nul", "long"])
def test_a_path_that_names_no_file(given: pytest.MonkeyPatch, path: str, empty: Path) -> None:
    given.delenv("STRIPE_KEY")
    if path == "\0":  # no environment holds one, a `.env` does
        (empty / ".env").write_text("STRIPE_KEY_FILE=a\0b\n")
    else:
        given.setenv("STRIPE_KEY_FILE", path)
    assert refused()["STRIPE_KEY"].startswith("has no value: ")


def test_a_pipe_is_not_waited_for(empty: Path, given: pytest.MonkeyPatch) -> None:
    os.mkfifo(empty / "pipe")
    given.delenv("STRIPE_KEY")
    given.setenv("STRIPE_KEY_FILE", "pipe")
    assert refused() == {"STRIPE_KEY": "has no value: STRIPE_KEY_FILE names no file"}


def test_two_places_for_one_secret(given: pytest.MonkeyPatch) -> None:
    given.setenv("STRIPE_KEY_FILE", "key")
    assert refused() == {"STRIPE_KEY": "and STRIPE_KEY_FILE are both set, and may say different things; set one"}


def test_a_file_of_the_environment_comes_before_a_value_of_dotenv(empty: Path, given: pytest.MonkeyPatch) -> None:
    (empty / "key").write_text("sk_file")
    (empty / ".env").write_text("STRIPE_KEY=sk_dotenv\n")
    given.delenv("STRIPE_KEY")
    given.setenv("STRIPE_KEY_FILE", "key")
    assert settings.load(Own).stripe_key.get_secret_value() == "sk_file"
