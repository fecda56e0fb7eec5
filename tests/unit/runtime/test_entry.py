"""The door of an API, before an app that does what no example does."""

import asyncio
from typing import Any

import httpx2
import pytest
from starlette.types import Message

from framework.runtime.context import entered
from framework.runtime.requests.exchange import Exchange
from tests.unit.runtime.conftest import Told
from tests.unit.runtime.hand import ask, made

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def lines(told: Told, event: str = "request") -> list[dict[str, Any]]:
    return [line for line in told() if line["event"] == event]


def test_one_line_for_one_request(told: Told) -> None:
    (answer,) = ask(made(), ("GET", "/api/v1/accounts/7?email=ada@example.com"))
    (line,) = told()
    assert line["request_id"] == answer.headers["x-request-id"]
    assert line.pop("duration") > 0
    assert {name: one for name, one in line.items() if not name.endswith("id") and name != "timestamp"} == {
        "event": "request", "level": "info", "logger": "framework.access", "service": "shop", "method": "GET",
        "route": "/api/v1/accounts/{number}", "status": 200, "bytes": 1, "client": "127.0.0.1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("request_", "route", "status"),
    [
        (("GET", "/old/accounts/7"), "/old/accounts/{number}", 200),
        (("GET", "/api/v1/accounts/x"), "/api/v1/accounts/{number}", 422),
        (("PATCH", "/api/v1/accounts/7"), "/api/v1/accounts/{number}", 405),
        (("GET", "/api/v1/accounts/7/teapot"), "/api/v1/accounts/{number}/teapot", 418),
        (("GET", "/ada@example.com"), "unmatched", 404),
        (("ADA", "/old/accounts/7"), "/old/accounts/{number}", 405),
    ],
)
def test_routes_are_templates(told: Told, request_: tuple[str, str], route: str, status: int) -> None:
    ask(made(), request_)
    (line,) = told()
    assert (line["route"], line["status"]) == (route, status)
    assert line["method"] in ("GET", "PATCH", "_OTHER")


def test_a_problem_is_told_by_its_code(told: Told) -> None:
    ask(made(), ("GET", "/api/v1/accounts/x"), ("GET", "/api/v1/accounts/7"))
    assert [line.get("code") for line in told()] == ["invalid_request", None]


def test_probes_are_not_told_but_have_ids(told: Told) -> None:
    (answer,) = ask(made(), ("GET", "/livez"))
    assert answer.headers["x-request-id"]
    assert told() == []


def test_ids_come_in_and_go_out(told: Told) -> None:
    (answer,) = ask(
        made(), ("POST", "/api/v1/accounts"), headers={"X-Request-ID": "from-a-client", "traceparent": PARENT}
    )
    found = told()
    assert answer.headers["x-request-id"] == "from-a-client"
    assert len(found) == 3
    assert {(line["request_id"], line["trace_id"]) for line in found} == {("from-a-client", PARENT[3:35])}


def test_an_exception_is_told_once_and_answered(told: Told) -> None:
    (answer,) = ask(made(), ("POST", "/api/v1/accounts/7/crash"))
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-request-id"]
    crash, line = told()
    assert (line["status"], line["code"]) == (500, "internal_error")
    assert (crash["event"], crash["level"], crash["route"]) == (
        "unhandled exception",
        "error",
        "/api/v1/accounts/{number}/crash",
    )
    fault = crash["exception"]
    assert (fault["type"], fault["message"]) == ("RuntimeError", "cannot keep '[redacted]'")
    assert fault["frames"][-1].startswith("tests/unit/runtime/hand.py:")
    assert fault["frames"][-1].endswith(":router.<locals>.crash")
    assert fault["cause"]["notes"] == ["it was [redacted]"]
    assert fault["cause"]["type"] == "KeyError"


def test_an_answer_that_breaks_off_is_told(told: Told) -> None:
    call(path="/api/v1/accounts/7/late", method="GET")
    crash, line = told()
    assert crash["exception"]["type"] == "RuntimeError"
    assert (line["status"], line["bytes"], line["outcome"]) == (200, 5, "broken off")


def test_a_client_behind_a_proxy(told: Told) -> None:
    forwarded = {"X-Forwarded-For": "6.6.6.6, 1.2.3.4"}
    ask(made(), ("GET", "/api/v1/accounts/7"), headers=forwarded)
    ask(made(trusted=("127.0.0.0/8",)), ("GET", "/api/v1/accounts/7"), headers=forwarded)
    assert [line["client"] for line in told()] == ["127.0.0.1", "1.2.3.4"]


def call(
    *messages: Message, path: str = "/api/v1/accounts", method: str = "POST", kind: bytes = b"application/json"
) -> None:
    """A request whose messages are these and no more, from a client that listens to nothing."""
    scope = {
        "type": "http", "method": method, "path": path, "query_string": b"", "root_path": "", "http_version": "1.1",
        "headers": [(b"content-type", kind)], "scheme": "http", "server": ("test", 80),
        "client": ("9.9.9.9", 1),
    }  # fmt: skip
    waiting = list(messages)

    async def receive() -> Message:
        return waiting.pop(0) if waiting else await asyncio.sleep(60, {"type": "http.disconnect"})

    async def send(message: Message) -> None:
        pass

    asyncio.run(made()(scope, receive, send))


@pytest.mark.parametrize("path", ["/api/v1/accounts", "/api/v1/accounts/raw"])
def test_a_client_that_hangs_up_is_told_as_such(told: Told, path: str) -> None:
    call({"type": "http.request", "body": b'{"email"', "more_body": True}, {"type": "http.disconnect"}, path=path)
    (line,) = told()
    assert (line["status"], line["outcome"], line["client"]) == (499, "gone", "9.9.9.9")


def test_a_body_that_is_no_json_hides_nothing(told: Told) -> None:
    call({"type": "http.request", "body": b"a,b"}, path="/api/v1/accounts/raw", kind=b"text/csv")
    read, _ = told()
    assert (read["event"], read["size"]) == ("read", 3)


def test_a_task_that_is_cancelled_is_told_and_stays_cancelled(told: Told) -> None:
    async def wait() -> None:
        await asyncio.sleep(60)

    app = made()
    app.add_api_route("/wait", wait)

    async def run() -> None:
        scope: dict[str, Any] = {"type": "http", "method": "GET", "path": "/wait", "query_string": b"", "headers": []}
        asked = asyncio.create_task(app(scope, _nothing, _ignore))
        await asyncio.sleep(0.05)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked

    asyncio.run(run())
    (line,) = told()
    assert (line["route"], line["outcome"], line["status"]) == ("/wait", "cancelled", 503)


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _ignore(message: Message) -> None:
    pass


def test_requests_at_once_keep_their_ids(told: Told) -> None:
    async def ask_all() -> list[str]:
        transport = httpx2.ASGITransport(app=made())
        async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
            answers = await asyncio.gather(
                *(client.get(f"/api/v1/accounts/{n}", headers={"x-request-id": f"request-{n}"}) for n in range(20))
            )
        return [answer.headers["x-request-id"] for answer in answers]

    assert asyncio.run(ask_all()) == [f"request-{n}" for n in range(20)]
    assert {line["request_id"] for line in told()} == {f"request-{n}" for n in range(20)}


def test_what_came_while_the_client_was_looked_for_is_still_read() -> None:
    """An app that answers late, and reads the body behind the head of its answer."""
    messages: list[Message] = [
        {"type": "http.request", "body": b"one", "more_body": True},
        {"type": "http.request", "body": b"two", "more_body": False},
    ]

    async def receive() -> Message:
        return messages.pop(0)

    async def run() -> list[Message]:
        with entered({}) as context:
            exchange = Exchange(context, receive, _ignore, json=True)
            exchange.begun -= 1
            await exchange.send({"type": "http.response.start", "status": 200, "headers": []})
            found = [await exchange.receive(), await exchange.receive()]
            assert context.chunks == [b"one", b"two"]
            return found

    assert [message["body"] for message in asyncio.run(run())] == [b"one", b"two"]
