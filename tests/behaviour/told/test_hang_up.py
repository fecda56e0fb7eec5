"""A client that does not wait for its answer, over a real socket: nothing else closes a connection like one."""

import json
import time
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.behaviour.told.server import serving


def asked(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "log").read_text().splitlines()
    return [line for line in map(json.loads, lines) if line["event"] == "request" and "slow" in line["route"]]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_client_that_is_gone_is_told_as_such(tmp_path: Path, method: str) -> None:
    body = {"seconds": 1} if method == "POST" else None
    with serving(tmp_path, 1) as (address, _):
        with pytest.raises(httpx2.TimeoutException):
            httpx2.request(method, f"{address}/api/things/slow", json=body, timeout=0.3)
        time.sleep(1.2)
        assert httpx2.request(method, f"{address}/api/things/slow", json=body).status_code == 200
        time.sleep(0.1)
        metrics = httpx2.get(f"{address}/metrics").text
    gone, there = asked(tmp_path)
    assert (gone["status"], gone["outcome"]) == (499, "gone")
    assert (there["status"], "outcome" in there) == (200, False)
    assert f'http_request_method="{method}",http_response_status_code="499"' in metrics
