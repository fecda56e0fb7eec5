"""A service is started with what its environment holds, as a process: it serves, or it says what is wrong and ends."""

import shutil
from pathlib import Path

import pytest

from tests.behaviour.served.workspace import Workspace, compiled, example, served

MARK = "q9zq9z"
START = ("-m", "uvicorn", "services.hello.src.main:app", "--port", "0")
SETTINGS = """
access: []
settings:
  PAGE_SIZE: {type: int, default: 20, ge: 1, description: Rows of a page}
  STRIPE_KEY: {type: string, secret: true, pattern: "^sk_", description: The key of the payments account}
  COUPON_KEY: {type: string, secret: true, default: coupon-4711}
"""
SHOW = """
import sys
from services.hello.src.generated.settings import get_settings
found = get_settings()
print(found.page_size, found.stripe_key, found.coupon_key, get_settings() is found)
print(found.stripe_key.get_secret_value())
print([name for name in ("redis", "obstore", "sqlalchemy", "opentelemetry.sdk") if name in sys.modules])
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    spec, root = tmp_path_factory.mktemp("spec") / "spec", tmp_path_factory.mktemp("settings") / "workspace"
    shutil.copytree(example("hello"), spec)
    (spec / "services/hello/spec/service.yaml").write_text(SETTINGS, encoding="utf-8")
    return compiled(spec, root)


def started(workspace: Workspace, **variables: str) -> str:
    """The words with which a start ended that had to fail."""
    done = workspace.run(*START, **variables)
    assert done.returncode != 0
    told = done.stdout + done.stderr
    assert MARK not in told
    return told


def test_a_missing_variable(workspace: Workspace) -> None:
    told = started(workspace)
    assert "STRIPE_KEY is not set, and has no default" in told
    assert "The key of the payments account (services/hello/spec/service.yaml)" in told


def test_malformed_variables(workspace: Workspace) -> None:
    told = started(workspace, STRIPE_KEY=MARK, PAGE_SIZE=MARK, LOG_LEVEL=MARK)
    assert "STRIPE_KEY must match pattern '^sk_'" in told
    assert "PAGE_SIZE must be a whole number" in told
    assert "LOG_LEVEL must be 'debug'" in told


def test_the_default_of_a_secret_is_refused_in_prod(workspace: Workspace) -> None:
    told = started(workspace, STRIPE_KEY="sk_live_8fj20dk", APP_ENV="prod")
    assert "COUPON_KEY is not set, and with APP_ENV=prod its default does not count" in told
    told = started(workspace, STRIPE_KEY="sk_live_8fj20dk", APP_ENV="prod", COUPON_KEY="coupon-4711")
    assert "COUPON_KEY is the default of its declaration" in told
    assert "coupon-4711" not in told


def test_a_placeholder_is_refused_in_prod(workspace: Workspace) -> None:
    told = started(workspace, STRIPE_KEY="sk_changethis", APP_ENV="prod", COUPON_KEY="8fj20dk93mda")
    assert "STRIPE_KEY is a placeholder that everybody knows; APP_ENV is prod" in told
    assert "sk_changethis" not in told


def test_it_serves_with_a_secret_from_a_file(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("sk_from_a_file\n", encoding="utf-8")
    with served(workspace, "hello", STRIPE_KEY_FILE=str(tmp_path / "key")):
        pass
    done = workspace.run("-c", SHOW, STRIPE_KEY_FILE=str(tmp_path / "key"), PAGE_SIZE="7")
    assert done.stdout.splitlines() == ["7 ********** ********** True", "sk_from_a_file", "[]"]


def test_a_file_that_is_not_there(workspace: Workspace, tmp_path: Path) -> None:
    told = started(workspace, STRIPE_KEY_FILE=str(tmp_path / MARK))
    assert "STRIPE_KEY has no value: STRIPE_KEY_FILE names no file" in told


def test_both_are_set(workspace: Workspace) -> None:
    told = started(workspace, STRIPE_KEY=f"sk_{MARK}", STRIPE_KEY_FILE="key")
    assert "STRIPE_KEY and STRIPE_KEY_FILE are both set" in told


def test_the_cache_can_be_cleared(workspace: Workspace) -> None:
    code = (
        "import os\nfrom services.hello.src.generated.settings import get_settings\n"
        "print(get_settings().page_size)\nos.environ['PAGE_SIZE'] = '8'\nprint(get_settings().page_size)\n"
        "get_settings.cache_clear()\nprint(get_settings().page_size)\n"
    )
    done = workspace.run("-c", code, STRIPE_KEY="sk_1", PAGE_SIZE="7")
    assert done.stdout.split() == ["7", "7", "8"], done.stderr


def test_the_example_is_a_dotenv_that_lacks_what_is_required(workspace: Workspace) -> None:
    """Copied as it is, it changes nothing but what it leaves empty; filled in, it starts."""
    dotenv = workspace.root / ".env"
    text = (workspace.root / ".env.example").read_text(encoding="utf-8")
    try:
        dotenv.write_text(text, encoding="utf-8")
        assert "STRIPE_KEY is not set" in started(workspace)
        dotenv.write_text(text.replace("# PAGE_SIZE=20", "PAGE_SIZE=9").replace("STRIPE_KEY=", "STRIPE_KEY=sk_1"))
        assert workspace.run("-c", SHOW).stdout.startswith("9 ")
    finally:
        dotenv.unlink()


def test_every_default_of_the_example_is_the_default(workspace: Workspace) -> None:
    """All lines that are commented out, taken in, give the settings that are there without them."""
    dotenv = workspace.root / ".env"
    code = "from services.hello.src.generated.settings import get_settings\nprint(repr(get_settings()))"
    usual = workspace.run("-c", code, STRIPE_KEY="sk_1").stdout
    text = (workspace.root / ".env.example").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ") and "=" in line.split()[1]]
    assert "PAGE_SIZE=20" in lines
    try:
        dotenv.write_text("\n".join(lines), encoding="utf-8")
        assert usual
        assert workspace.run("-c", code, STRIPE_KEY="sk_1").stdout == usual
    finally:
        dotenv.unlink()
