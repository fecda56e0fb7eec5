"""Who asks for a database loads no client of Redis: what a process holds in memory is what its service uses."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import framework.runtime

REPORT = "import json, sys; print(json.dumps(sorted(sys.modules)))"
HEAVY = ("redis", "obstore", "opentelemetry.sdk", "sqlalchemy", "asyncpg", "alembic", "aiosqlite", "jinja2", "libcst")
LOADS = [
    ("import framework.runtime", set()),
    ("from framework.runtime import Settings, Resources", set()),
    ("from framework.runtime import health, problems, drain, app", set()),
    ("from framework.runtime import Database, get_db", {"sqlalchemy"}),
    ("from framework.runtime import Cache, get_redis", {"redis", "opentelemetry.sdk"}),  # redis looks for it by itself
    ("from framework.runtime import Storage, get_storage", {"obstore"}),
]


def loaded(code: str, **more: str) -> set[str]:
    line = (sys.executable, "-c", f"{code}\n{REPORT}")
    root = Path(framework.runtime.__file__).parents[2]
    done = subprocess.run(line, cwd=root, env=more, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(("code", "wanted"), LOADS, ids=[code for code, _ in LOADS])
def test_only_what_is_asked_for_is_loaded(code: str, wanted: set[str]) -> None:
    assert set(HEAVY) & loaded(code) == wanted


def test_an_app_with_a_database_loads_no_other_client_and_no_compiler() -> None:
    found = loaded("import services.backend.src.main")
    assert set(HEAVY) & found == {"sqlalchemy"}
    assert not {f"framework.{stage}" for stage in ("cli", "emit", "lower", "output", "source", "spec")} & found


def test_every_name_that_is_promised_is_there() -> None:
    for name in framework.runtime.__all__:
        assert getattr(framework.runtime, name).__name__.strip("_") == name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        framework.runtime.nothing  # noqa: B018  # asked for, to see it refused
