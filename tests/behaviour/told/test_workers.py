"""`/metrics` of a server with two workers tells of both, whichever of them is asked."""

import os
import re
import signal
import time
from pathlib import Path

import httpx2

from tests.behaviour.told.server import serving

COUNT = (
    "http_server_request_duration_seconds_count"
    '{{http_request_method="{}",http_response_status_code="{}",http_route="{}"}}'
)
THING = "/api/things/{number}"


def numbers(address: str) -> dict[str, float]:
    """A worker counts a request when its answer is on the way."""
    time.sleep(0.1)
    answer = httpx2.get(f"{address}/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    lines = (line.rpartition(" ") for line in answer.text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in lines}


def ask(address: str, count: int) -> set[int]:
    """The workers that have answered so many requests, each over a connection of its own."""
    return {httpx2.get(f"{address}/api/things/{number + 100}").json() for number in range(count)}


def test_two_workers_count_together(tmp_path: Path) -> None:
    with serving(tmp_path, 2) as (address, _):
        asked, pids = 0, set()
        while len(pids) < 2:
            pids |= ask(address, 20)
            asked += 20
            assert asked < 2000
        for path in ("/api/things/13", "/api/things/x", "/ada@example.com", "/ada/7"):
            httpx2.get(address + path)
        httpx2.request("ADA", f"{address}/api/things/7")
        found = [numbers(address) for _ in range(10)]
    for one in found:
        assert one[COUNT.format("GET", 200, THING)] == asked
        assert one[COUNT.format("GET", 404, "unmatched")] == 2
        assert one['app_errors_total{code="conflict"}'] == 1
        assert one['app_errors_total{code="invalid_request"}'] == 1
        assert one['app_dependency_up{dependency="database"}'] == 1
        assert one["http_server_active_requests"] == 0
    labels = set(re.findall(r'http_route="([^"]*)"', " ".join(found[0])))
    assert labels <= {THING, "unmatched", "/docs"}
    assert not any("ADA" in name or "ada" in name for name in found[0])


def test_what_a_dead_worker_counted_stays_and_what_it_held_does_not(tmp_path: Path) -> None:
    with serving(tmp_path, 2) as (address, _):
        pids = ask(address, 60)
        time.sleep(0.1)
        os.kill(next(iter(pids)), signal.SIGKILL)
        time.sleep(1.5)
        found = numbers(address)
        files = {path.name for path in tmp_path.rglob("gauge_live*.db")}
    assert found[COUNT.format("GET", 200, THING)] == 60
    assert not any(name.endswith(f"_{next(iter(pids))}.db") for name in files)


def test_a_run_that_is_gone_is_cleaned_away(tmp_path: Path) -> None:
    gone = tmp_path / f"autogen-metrics-{os.getuid()}" / "999999-1"
    gone.mkdir(parents=True, mode=0o700)
    gone.parent.chmod(0o700)
    with serving(tmp_path, 2) as (address, process):
        numbers(address)
        runs = [path.name.partition("-")[0] for path in gone.parent.iterdir()]
    assert runs == [str(process.pid)]


def test_a_named_folder_is_used(tmp_path: Path) -> None:
    with serving(tmp_path, 2, PROMETHEUS_MULTIPROC_DIR=str(tmp_path / "named")) as (address, _):
        ask(address, 4)
        assert numbers(address)[COUNT.format("GET", 200, THING)] == 4
    assert list((tmp_path / "named").glob("histogram_*.db"))


def test_one_worker_needs_no_folder_and_tells_of_its_process(tmp_path: Path) -> None:
    with serving(tmp_path, 1) as (address, _):
        ask(address, 3)
        found = numbers(address)
    assert found[COUNT.format("GET", 200, THING)] == 3
    assert found["process_resident_memory_bytes"] > 0
    assert not list(tmp_path.glob("autogen-metrics*"))


def test_with_a_token_only_who_has_it_is_answered(tmp_path: Path) -> None:
    with serving(tmp_path, 1, TOKEN="s3cret-token") as (address, _):
        shown = {"Authorization": "Bearer s3cret-token"}
        statuses = [
            httpx2.get(f"{address}/metrics", headers=one).status_code
            for one in ({}, {"Authorization": "Bearer x"}, shown)
        ]
        refused = httpx2.get(f"{address}/metrics")
    assert statuses == [401, 401, 200]
    assert (refused.headers["www-authenticate"], refused.json()["code"]) == ("Bearer", "unauthorized")
