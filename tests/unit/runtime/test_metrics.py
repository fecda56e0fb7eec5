"""What is counted, and where workers put it together: the parts that no server of two workers shows."""

import multiprocessing
import os
import re
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from sqlalchemy import create_engine
from sqlalchemy.pool import QueuePool

from framework.runtime import health, metrics
from framework.runtime.entry import QUIET
from framework.runtime.settings import StartRefused
from framework.runtime.told import workers
from tests.unit.runtime.conftest import Told
from tests.unit.runtime.hand import ask, made


def text(meter: metrics.Meter) -> str:
    return meter.written("")[0].decode()


def test_machines_that_ask_are_known_to_the_entry() -> None:
    assert {*health.PATHS, metrics.PATH} == QUIET


COUNTED = {
    'http_request_method="GET",http_response_status_code="200",http_route="/old/accounts/{number}"',
    'http_request_method="POST",http_response_status_code="500",http_route="/old/accounts/{number}/crash"',
    'http_request_method="_OTHER",http_response_status_code="404",http_route="unmatched"',
}


def test_only_templates_methods_statuses_and_codes(told: Told) -> None:
    meter = metrics.Meter()
    crash = ("POST", "/old/accounts/7/crash")
    ask(made(meter), ("GET", "/old/accounts/7"), ("ADA", "/ada@example.com"), crash, ("GET", "/livez"))
    found = text(meter)
    assert set(re.findall(r"^http_server_request_duration_seconds_count{(.*)} 1.0$", found, re.MULTILINE)) == COUNTED
    assert set(re.findall(r"^app_errors_total{(.*)} 1.0$", found, re.MULTILINE)) == {
        'code="internal_error"', 'code="not_found"',
    }  # fmt: skip
    assert "http_server_active_requests 0.0" in found


def test_codes_without_end_are_one() -> None:
    meter = metrics.Meter()
    for number in range(600):
        meter._failed(f"code_{number}")
    meter._failed("ada@example.com")
    assert text(meter).count("app_errors_total{") == 501
    assert 'app_errors_total{code="_other"} 101.0' in text(meter)


@pytest.mark.parametrize("opened", [False, True])
def test_a_pool_is_watched(opened: bool) -> None:
    meter = metrics.Meter()
    engine = create_engine("sqlite://", poolclass=QueuePool)
    if opened:
        engine.connect().close()
    meter.watch(engine.pool, "database")
    with engine.connect():
        assert 'app_pool_connections_used{pool="database"} 1.0' in text(meter)
    assert 'app_pool_connections_used{pool="database"} 0.0' in text(meter)
    assert 'app_pool_connections{pool="database"} 1.0' in text(meter)
    engine.dispose()
    assert 'app_pool_connections{pool="database"} 0.0' in text(meter)


def test_openmetrics_for_who_asks_for_it() -> None:
    body, kind = metrics.Meter().written("application/openmetrics-text; version=1.0.0")
    assert kind.startswith("application/openmetrics-text")
    assert body.endswith(b"# EOF\n")


def test_metrics_can_be_turned_off() -> None:
    app = FastAPI()
    assert metrics.install(app, SimpleNamespace(metrics=False)) is None
    assert not [route for route in app.routes if getattr(route, "path", None) == "/metrics"]


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This process is a worker of a server, which is this process."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: SimpleNamespace(pid=os.getpid()))
    monkeypatch.setenv(workers.VARIABLE, "")
    return tmp_path / f"autogen-metrics-{os.getuid()}"


def test_workers_of_one_server_share_a_folder(worker: Path) -> None:
    found = workers.folder()
    assert found is not None
    assert found.parent == worker
    assert (found.stat().st_mode & 0o777, worker.stat().st_mode & 0o777) == (0o700, 0o700)
    assert os.environ[workers.VARIABLE] == str(found)


def test_a_folder_that_others_can_write_to_is_not_used(worker: Path) -> None:
    worker.mkdir()
    worker.chmod(0o777)
    with pytest.raises(StartRefused, match="PROMETHEUS_MULTIPROC_DIR must name a folder"):
        workers.folder()


def test_a_folder_of_somebody_else_is_not_used(worker: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody = os.getuid() + 1
    worker.with_name(f"autogen-metrics-{somebody}").mkdir(mode=0o700)
    monkeypatch.setattr(os, "getuid", lambda: somebody)
    with pytest.raises(StartRefused):
        workers.folder()


def test_a_link_to_a_folder_is_not_used(worker: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    worker.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StartRefused):
        workers.folder()


def test_only_runs_that_are_gone_are_cleaned_away(worker: Path) -> None:
    worker.mkdir(mode=0o700)
    for name in ("999999-1", f"{os.getpid()}-1", "not-a-run"):
        (worker / name).mkdir()
    found = workers.folder()
    assert found is not None
    assert sorted(path.name for path in worker.iterdir()) == sorted([found.name, "not-a-run"])
