"""The app of the README, as it stands there, over a real socket, a database and a cache."""

import re
from pathlib import Path

import httpx2
import pytest

from tests.behaviour.outages.servers import App, Server, redis, until
from tests.repository import ROOT


def written() -> str:
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## What a service holds open")[2]
    found = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.redis
def test_the_app_of_the_readme_answers_and_is_healthy(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(written(), encoding="utf-8")
    with redis() as server, App("app", tmp_path, REDIS_URL=f"redis://127.0.0.1:{server.port}") as app:
        with httpx2.Client(base_url=app.ready().address) as client:
            assert [client.get("/visits").json()["cache"] for _ in range(2)] == [1, 2]
            assert client.get("/health").json() == {"status": "ready", "checks": {"database": "up", "cache": "up"}}
            hold_down(client, server)
        assert (tmp_path / "database.db").exists()


def hold_down(client: httpx2.Client, cache: Server) -> None:
    cache.stop()
    assert (client.get("/visits").status_code, client.get("/health").status_code) == (503, 503)
    assert client.get("/health").json() == {"status": "unavailable", "checks": {"database": "up", "cache": "down"}}
    assert client.get("/livez").status_code == 200
    cache.start()
    until(lambda: client.get("/health").status_code == 200)
