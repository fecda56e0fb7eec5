"""Who gives up waiting leaves nothing behind: neither half of a unit, nor a connection that nobody can use."""

import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from tests.behaviour.unit.conftest import Bank

MANY = 50


@pytest.mark.parametrize("what", ["idle", "busy"])
def test_what_is_cancelled_before_its_commit_is_rolled_back(bank: Bank, what: str) -> None:
    """Fifty of them, where there are two connections: in the controller's own time, and in a statement."""
    with ThreadPoolExecutor(10) as crowd:
        answers = list(crowd.map(lambda number: bank.act(what, f"{what} {number}", "5", 0.05), range(MANY)))
    assert {answer.status_code for answer in answers} == {504}
    hold_clean(bank, what)
    assert bank.act("good", f"after {what}").status_code == 201


def test_who_hangs_up_takes_no_connection_along(bank: Bank) -> None:
    for number in range(MANY):
        hang_up(bank, {"what": "idle", "key": f"hung up {number}", "word": "0.01"})
    assert bank.act("good", "after hanging up").status_code == 201
    deadline = time.monotonic() + 20
    while bank.seen()["busy"] > 1 and time.monotonic() < deadline:
        time.sleep(0.1)
    hold_clean(bank, "")


@pytest.mark.parametrize("patience", [0.1, 0.4], ids=["before", "behind"])
def test_a_commit_that_has_begun_ends_and_its_hooks_run(bank: Bank, patience: float) -> None:
    key = f"committed {patience}"
    assert bank.act("slow_commit", key, patience=patience).status_code == 504
    assert bank.holds(key)
    assert bank.promised(key) == 1


def hold_clean(bank: Bank, what: str) -> None:
    seen = bank.seen()
    assert not [key for key in seen["keys"] + seen["hooks"] if what and key.startswith(f"{what} ")]
    assert seen["busy"] == 1  # the one that has just asked
    if bank.database:
        assert set(bank.states()) <= {"idle"}


def hang_up(bank: Bank, act: dict[str, str]) -> None:
    body = json.dumps(act).encode()
    place = urlsplit(str(bank.client.base_url))
    with socket.create_connection((place.hostname, place.port)) as line:
        head = f"POST /acts HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        line.sendall(head.encode() + b"\r\n\r\n" + body)
