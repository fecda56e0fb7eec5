"""Every byte that a service sends anywhere, while its controller tells all that it knows: none of them is a secret."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import asyncpg
import httpx2
import pytest

from tests.behaviour.served.workspace import compiled, served
from tests.behaviour.told.collector import collecting

HERE = Path(__file__).parent
ACCOUNTS = "/accounts"
ADA = {"email": "ada.byron@ockham.example", "nickname": "Countess Ockham", "password": "Enchantress_of_Number!1815"}
KEY = "9f3b-the-key-of-the-shop-a71c"
CARD, PIN = "4000-0000-0000-0002-and-more", 918273
QUERY = "someone.asked@elsewhere.example"
CANARIES = (
    *ADA.values(),
    KEY,
    "ada.byron",
    "Ockham",
    "Enchantress",
    "someone.asked",
    "4000-0000",
    str(PIN),
    "hush-hush",
)
SERVER = "127.0.0.1:5432"
PASSWORD = "pw-of-the-role-5512"


@dataclass
class Sent:
    """What left the process, by the way it went, and the legitimate answers beside it."""

    log: str = ""
    traces: bytes = b""
    answers: dict[str, httpx2.Response] = field(default_factory=dict)

    def found(self) -> list[tuple[str, str]]:
        """Each canary with the place where it sang."""
        ways = {"log": self.log.encode(), "traces": self.traces}
        ways |= {name: _bytes(answer) for name, answer in self.answers.items() if name not in TOLD}
        spelt = {one: {one, one.upper(), one.lower(), json.dumps(one)[1:-1]} for one in (*CANARIES, PASSWORD)}
        return [
            (way, one) for way, text in ways.items() for one in spelt if any(s.encode() in text for s in spelt[one])
        ]


def _bytes(answer: httpx2.Response) -> bytes:
    return answer.content + repr(answer.headers.multi_items()).encode()


REQUESTS = {
    "made": ("POST", ACCOUNTS, ADA),
    "again": ("POST", ACCOUNTS, ADA),
    "crash": ("POST", f"{ACCOUNTS}/crash", ADA),
    "answer": ("POST", f"{ACCOUNTS}/wrong", ADA),
    "type": ("POST", ACCOUNTS, {**ADA, "nickname": [ADA["nickname"]]}),
    "pattern": ("POST", ACCOUNTS, {**ADA, "nickname": ADA["nickname"] + "?"}),
    "short": ("POST", ACCOUNTS, {**ADA, "password": "hush-hu"}),
    "email": ("POST", ACCOUNTS, {**ADA, "email": "ada.byron@@ockham"}),
    "null": ("POST", ACCOUNTS, {"password": ADA["password"]}),
    "tag": ("POST", f"{ACCOUNTS}/pay", {"by": {"kind": ADA["password"], "number": CARD}}),
    "arm": ("POST", f"{ACCOUNTS}/pay", {"by": {"kind": "cash", "pin": CARD}}),
    "paid": ("POST", f"{ACCOUNTS}/pay", {"by": {"kind": "card", "number": CARD}}),
    "number": ("POST", f"{ACCOUNTS}/pay", {"by": {"kind": "cash", "pin": PIN}}),
    "list": ("POST", ACCOUNTS, [ADA]),
    "key": ("POST", ACCOUNTS, {**ADA, "hush-hush": 1}),
    "path": ("GET", f"/people/{ADA['email']}/{ADA['nickname']}", None),
    "method": ("PATCH", f"{ACCOUNTS}?email={QUERY}", None),
    "query": ("GET", f"{ACCOUNTS}?email={QUERY}", None),
    "long": ("GET", f"{ACCOUNTS}?email={QUERY}{'x' * 40}", None),
    "metrics": ("GET", "/metrics", None),
    "ready": ("GET", "/readyz", None),
}
TOLD = {"made", "key"}
"""The account that was made, and the pointer to a key that is not known: only who has sent it reads it again."""

HEADERS = {"Authorization": f"Bearer {ADA['password']}", "Cookie": "session=hush-hush", "X-Request-ID": ADA["email"]}
STATUSES = {
    "made": 201, "again": 409, "crash": 500, "answer": 500, "type": 422, "pattern": 422, "short": 422, "email": 422,
    "null": 422, "tag": 422, "arm": 422, "paid": 500, "number": 500, "list": 422, "key": 422, "path": 404,
    "method": 405, "query": 500, "long": 422, "metrics": 200, "ready": 200,
}  # fmt: skip


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """One of a role with a password, with a table in which an e-mail stands once."""
    name = f"told_{uuid4().hex[:8]}"
    admin, owner = f"postgresql://postgres@{SERVER}/postgres", f"postgresql://{name}:{PASSWORD}@{SERVER}/{name}"
    _execute(admin, f"create role {name} login password '{PASSWORD}'", f"create database {name} owner {name}")
    try:
        _execute(owner, "create table told_accounts (id uuid, email text unique, nickname text, password text)")
        yield owner
    finally:
        _execute(admin, f"drop database {name} with (force)", f"drop role {name}")


def _execute(address: str, *statements: str) -> None:
    async def run() -> None:
        connection = await asyncpg.connect(address)
        for statement in statements:
            await connection.execute(statement)
        await connection.close()

    asyncio.run(run())


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory, database: str) -> Sent:
    workspace = compiled(HERE / "accounts", tmp_path_factory.mktemp("accounts"))
    controller = workspace.root / "services/accounts/src/controllers/accounts.py"
    controller.write_text((HERE / "controller.py").read_text(), encoding="utf-8")
    found = Sent()
    with collecting() as (collector, traces):
        variables = {"DATABASE_URL": database, "SIGNING_KEY": KEY, "OTEL_EXPORTER_OTLP_ENDPOINT": collector}
        with served(workspace, "accounts", **variables) as address:
            found.answers = _asked(address)
        found.traces = b"\n".join(traces)
    found.log = (workspace.root / "accounts.log").read_text()
    return found


def _asked(address: str) -> dict[str, httpx2.Response]:
    with httpx2.Client(base_url=address, headers=HEADERS) as client:
        found = {name: client.request(method, path, json=body) for name, (method, path, body) in REQUESTS.items()}
        half, kind = json.dumps(ADA)[:-4], {"Content-Type": "application/json"}
        return {**found, "half": client.post(f"{ACCOUNTS}/crash", content=half, headers=kind)}


@pytest.mark.postgres
def test_what_was_asked_was_answered(sent: Sent) -> None:
    """The canaries have been where they could sing."""
    assert {name: answer.status_code for name, answer in sent.answers.items()} == {**STATUSES, "half": 400}
    assert sent.answers["made"].json()["email"] == ADA["email"]
    assert [error["pointer"] for error in sent.answers["key"].json()["errors"]] == ["/hush-hush"]


@pytest.mark.postgres
def test_nothing_of_it_is_found(sent: Sent) -> None:
    assert sent.found() == []


@pytest.mark.postgres
def test_what_is_told_is_useful(sent: Sent) -> None:
    """Silence would pass, too."""
    lines = [json.loads(line) for line in sent.log.splitlines() if line.startswith("{")]
    asked = [line for line in lines if line["event"] == "request"]
    crashes = [line for line in lines if line["event"] == "unhandled exception"]
    assert len(lines) == len(sent.log.splitlines())
    assert len(asked) == len(REQUESTS) - 2 + 1
    assert {line["route"] for line in asked} == {
        "unmatched", ACCOUNTS, f"{ACCOUNTS}/crash", f"{ACCOUNTS}/wrong", f"{ACCOUNTS}/pay",
    }  # fmt: skip
    assert {line["exception"]["type"].rpartition(".")[2] for line in crashes} == {
        "RuntimeError", "LookupError", "InvalidAnswer",
    }  # fmt: skip
    assert all(any("controllers/accounts.py" in frame for frame in line["exception"]["frames"]) for line in crashes[:1])
    assert len([line for line in lines if line["logger"] in ("accounts", "direct", "old")]) == 2 * 6
    for told in (b"POST /accounts", b"http.route", b"accounts", b"exception.type"):
        assert told in sent.traces
    for told in ('http_route="/accounts/crash"', 'app_pool_connections{pool="database"} 1.0'):
        assert told in sent.answers["metrics"].text


@pytest.mark.postgres
def test_the_trace_of_the_log_is_that_of_the_collector(sent: Sent) -> None:
    lines = [json.loads(line) for line in sent.log.splitlines() if '"request"' in line]
    assert lines
    assert all(bytes.fromhex(line["trace_id"]) in sent.traces for line in lines)
