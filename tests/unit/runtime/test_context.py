"""The ids of requests and messages. No example sends headers of its own."""

import re

import pytest
import structlog

from framework.runtime.context import current, entered, ids, inject

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"


def test_outside_of_requests_there_are_none() -> None:
    headers: dict[str, str] = {}
    inject(headers)
    assert (current(), ids(), headers) == (None, {}, {})


@pytest.mark.parametrize("given", ["a1b2c3d4", "0af7651916cd43dd8448eb211c80319c", "01J9ZK-5_x.7Q"])
def test_a_request_id_is_taken(given: str) -> None:
    with entered({"x-request-id": given}):
        assert ids()["request_id"] == given


@pytest.mark.parametrize(
    "given", ["", "short", "x" * 65, "ada@example.com", "a1b2c3d4\nlevel=info", "пятнадцать", "a b c d e f"]
)
def test_a_request_id_that_could_be_anything_is_not(given: str) -> None:
    with entered({"x-request-id": given}):
        assert re.fullmatch("[0-9a-f]{32}", ids()["request_id"])


def test_ids_differ() -> None:
    made = set()
    for _ in range(100):
        with entered({}):
            made |= set(ids().values())
    assert len(made) == 300


def test_a_trace_goes_on() -> None:
    with entered({"traceparent": PARENT, "tracestate": "vendor=1"}):
        headers: dict[str, str] = {}
        inject(headers)
        assert ids()["trace_id"] == "0af7651916cd43dd8448eb211c80319c"
        assert headers["traceparent"] == PARENT
        assert headers["tracestate"] == "vendor=1"
        assert headers["x-request-id"] == ids()["request_id"]


@pytest.mark.parametrize(
    "given",
    [
        "",
        "ff" + PARENT[2:],
        PARENT.upper(),
        f"00-{'0' * 32}-b7ad6b7169203331-01",
        f"00-0af7651916cd43dd8448eb211c80319c-{'0' * 16}-01",
        PARENT + "\n",
        PARENT + "x",
    ],
)
def test_a_trace_that_is_none_begins_anew(given: str) -> None:
    with entered({"traceparent": given, "tracestate": "vendor=1"}):
        headers: dict[str, str] = {}
        inject(headers)
        assert re.fullmatch("00-(?!0af765)[0-9a-f]{32}-(?!b7ad6b)[0-9a-f]{16}-01", headers["traceparent"])
        assert "tracestate" not in headers


def test_a_later_version_may_say_more() -> None:
    with entered({"traceparent": "01" + PARENT[2:] + "-more"}):
        assert ids()["trace_id"] == "0af7651916cd43dd8448eb211c80319c"


def test_what_is_bound_in_one_is_not_found_in_the_next() -> None:
    with entered({}):
        structlog.contextvars.bind_contextvars(user=1)
    with entered({}):
        assert structlog.contextvars.get_contextvars() == {}
    assert current() is None
