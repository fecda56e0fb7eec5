"""The API of this repository, with its hand-written controller: what `make demo` shows, asked as a client would."""

import shutil
from collections.abc import Iterator

import httpx2
import pytest

from tests.behaviour.served.workspace import Workspace, compiled, contract, served
from tests.repository import ROOT

USERS = "/api/users"
ADA = {"email": "ada@example.com", "name": "Ada"}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    copy = tmp_path_factory.mktemp("source")
    for name in ("services", "shared"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("generated", "__pycache__"))
    shutil.copy(ROOT / "services.yaml", copy)
    return compiled(copy, tmp_path_factory.mktemp("repository"))


@pytest.fixture(scope="module")
def api(workspace: Workspace) -> Iterator[httpx2.Client]:
    with served(workspace, "backend") as address, httpx2.Client(base_url=address) as client:
        yield client


def test_the_contract_holds_in_sequences(workspace: Workspace) -> None:
    """What was made can be read, and what was removed cannot: checks for which a controller has to have a memory."""
    done = contract(workspace, "backend", STATEFUL="1", EXAMPLES="5")
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr


def test_a_user_lives_and_goes(api: httpx2.Client) -> None:
    made = api.post(USERS, json=ADA)
    assert made.status_code == 201
    user = made.json()
    place = f"{USERS}/{user['id']}"
    assert api.get(place).json() == user
    assert user in api.get(USERS).json()
    assert api.get(USERS, params={"is_active": "false"}).json() == []
    changed = api.patch(place, json={"telegram_id": 7}).json()
    assert changed == {**user, "telegram_id": 7}
    assert api.patch(place, json={"telegram_id": None}).json() == user
    taken = api.post(USERS, json=ADA)
    assert (taken.status_code, taken.json()["code"]) == (409, "email_taken")
    gone = api.delete(place)
    assert (gone.status_code, gone.content) == (204, b"")
    missing = api.get(place)
    assert (missing.status_code, missing.json()["user_id"]) == (404, user["id"])


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"email": None}, "/email"),
        ({"id": "0b3b1c1e-6f0f-4b7c-9a57-1f1f0a1d2c3e"}, "/id"),
        ({"telegram_id": "7"}, "/telegram_id"),
        ({"telegram_id": True}, "/telegram_id"),
        ({"name": ""}, "/name"),
    ],
)
def test_what_the_spec_does_not_allow_is_refused(api: httpx2.Client, wrong: dict[str, object], pointer: str) -> None:
    answer = api.patch(f"{USERS}/0b3b1c1e-6f0f-4b7c-9a57-1f1f0a1d2c3e", json=wrong)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
