"""Every type that a setting can have: the values of its environment, taken by the class that is generated."""

import json
from pathlib import Path

import pytest

from tests.behaviour.served.workspace import Workspace, compiled
from tests.feature import FEATURES

REQUIRED = {"STRIPE_KEY": "sk_1", "SHOP": "my-shop", "OWNER": "a@b.example"}
SHOW = """
import json, sys
from services.backend.src.generated.settings import get_settings
found = get_settings()
print(json.dumps({name: str(getattr(found, name)) for name in sys.argv[1:]}))
"""
DEFAULTS = {
    "page_size": "20", "rate": "0.19", "share": "1.0", "closed": "False", "since": "None", "hook": "None",
    "hold": "1 day, 2:00:00", "opens": "09:00:00", "salt": r"b'\x00\x01\x02'", "level": "low", "size": "2",
    "mode": "print", "step": "5", "ports": "[80, 443]", "names": "['a, b', 'c']", "levels": "[]", "a__b": "1",
    "s3_key2": "$HOME 'x' # \"y\"", "int": "3", "model_name": "large\nsmall", "coupon": "**********",
}  # fmt: skip
SET = [
    ("PAGE_SIZE", "7", "7"),
    ("RATE", "0.07", "0.07"),
    ("SHARE", "0.5", "0.5"),
    ("CLOSED", "true", "True"),
    ("SINCE", "2026-01-31T12:30:00Z", "2026-01-31 12:30:00+00:00"),
    ("HOLD", "PT1H", "1:00:00"),
    ("OPENS", "08:30:00", "08:30:00"),
    ("SALT", "AQ==", r"b'\x01'"),
    ("LEVEL", "high", "high"),
    ("SIZE", "1", "1"),
    ("MODE", "audio", "audio"),
    ("STEP", "1", "1"),
    ("PORTS", "1,2", "[1, 2]"),
    ("PORTS", "[3]", "[3]"),
    ("NAMES", "x, y", "['x', 'y']"),
    ("LEVELS", "low,high", "[<Level.LOW: 'low'>, <Level.HIGH: 'high'>]"),
    ("A__B", "2", "2"),
    ("INT", "4", "4"),
]
WRONG = [
    ("PAGE_SIZE", "101"), ("RATE", "0.191"), ("SHARE", "inf"), ("CLOSED", "perhaps"), ("SINCE", "2026-01-31T12:30:00"),
    ("HOLD", "1 hour"), ("OPENS", "9"), ("SALT", "%"), ("LEVEL", "LOW"), ("SIZE", "3"), ("MODE", "film"), ("STEP", "2"),
    ("PORTS", "[]"), ("LEVELS", "low,low"), ("SHOP", "My Shop"), ("HOOK", "no url"), ("COUPON", "short"),
    ("OWNER", "nobody"),
]  # fmt: skip


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return compiled(FEATURES / "settings/spec", tmp_path_factory.mktemp("values") / "workspace")


def shown(workspace: Workspace, *names: str, **variables: str) -> dict[str, str]:
    done = workspace.run("-c", SHOW, *names, **(REQUIRED | variables))
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_defaults(workspace: Workspace) -> None:
    assert shown(workspace, *DEFAULTS) == DEFAULTS


def test_the_example_spells_every_default(workspace: Workspace, tmp_path: Path) -> None:
    """What is commented out in `.env.example`, taken in, changes nothing."""
    text = (workspace.root / ".env.example").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ") and "=" in line.split()[1]]
    assert 'MODEL_NAME="large\\nsmall"' in lines
    dotenv = workspace.root / ".env"
    dotenv.write_text("\n".join(lines), encoding="utf-8")
    try:
        assert shown(workspace, *DEFAULTS) == DEFAULTS
    finally:
        dotenv.unlink()


def test_what_is_set(workspace: Workspace) -> None:
    found = [shown(workspace, name.lower(), **{name: text})[name.lower()] for name, text, _ in SET]
    assert found == [value for _, _, value in SET]


def test_what_is_refused(workspace: Workspace) -> None:
    """All at once, and each by its name."""
    done = workspace.run("-c", SHOW, **(REQUIRED | dict(WRONG)))
    assert done.returncode != 0
    told = [line.split()[0] for line in done.stderr.split("the process does not start:\n")[1].splitlines()]
    assert {name for name, _ in WRONG} <= set(told)
