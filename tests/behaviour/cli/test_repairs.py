"""`lint --fix` on controllers: what it adds and corrects, what it leaves as it was written, and that it ends."""

import json
import shutil
from pathlib import Path

import pytest

from tests.behaviour.cli.command import autogen
from tests.guarded import BASE, CASES

BOOKS = "services/backend/src/controllers/books.py"
GREETINGS = "services/notifications/src/controllers/greetings.py"

STUBBED = '''\
"""Books."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import BooksControllerProtocol
from shared.generated import schemas as shared
from shared.generated.schemas import BookRead


class BooksController(BooksControllerProtocol):
    """Has one of three."""

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:  # the one
        raise NotImplementedError

    async def create_book(self, session: AsyncSession, payload: shared.BookCreate) -> shared.BookRead:
        raise NotImplementedError

    async def list_books(self, session: AsyncSession, limit: int) -> list[shared.BookRead]:
        raise NotImplementedError


TITLES = ("Emma",)
'''
RENAMED = """\
class BooksController(BooksControllerProtocol):
    async def create_book(self, session: AsyncSession, payload: BookCreate) -> BookRead:
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: UUID) -> BookRead:
        raise NotImplementedError

    async def list_books(self, session: AsyncSession, limit: int) -> list[BookRead]:
        return []
"""
RETYPED = """\
    async def create_book(self, session: AsyncSession, payload: shared.BookCreate) -> BookRead:
        raise NotImplementedError

    async def get_book(
        self,
        session: AsyncSession,
        book_id: uuid.UUID,  # as it came
    ) -> BookRead:
        raise NotImplementedError

    async def list_books(self, session: AsyncSession, limit: int) -> list[shared.BookRead]:
        return []
"""


def laid(tmp_path: Path, case: str) -> Path:
    root = tmp_path / "workspace"
    shutil.copytree(BASE, root)
    shutil.copytree(CASES / case / "project", root, dirs_exist_ok=True)
    return root


def codes(root: Path, *words: str) -> list[str]:
    done = autogen("lint", "--output=json", *words, cwd=root)
    assert done.returncode in (0, 1), done.stderr
    return [each["code"] for each in json.loads(done.stdout)["diagnostics"]]


def test_stubs_of_all_that_is_missing_come_at_once(tmp_path: Path) -> None:
    root = laid(tmp_path, "CTL001_missing-method_two")
    assert codes(root, "--fix") == []
    assert (root / BOOKS).read_text() == STUBBED


def test_annotations_are_corrected_where_they_stand(tmp_path: Path) -> None:
    root = laid(tmp_path, "CTL002_different-signature_narrower-parameter")
    assert codes(root, "--fix") == []
    assert (root / BOOKS).read_text().endswith(RETYPED)


def test_a_name_that_the_body_may_use_is_changed_on_request_only(tmp_path: Path) -> None:
    root = laid(tmp_path, "CTL002_different-signature_other-names")
    before = (root / BOOKS).read_text()
    assert codes(root, "--fix") == ["CTL002"] * 3
    assert (root / BOOKS).read_text() == before
    assert codes(root, "--unsafe-fixes") == []
    assert (root / BOOKS).read_text().endswith(RENAMED)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_bytes_around_a_repair_stay(tmp_path: Path, newline: str, mark: bytes, end: str) -> None:
    root = laid(tmp_path, "CTL002_different-signature_result")
    lines = (root / GREETINGS).read_text().rstrip("\n").split("\n")
    (root / GREETINGS).write_bytes(mark + (newline.join([*lines, "    x =  'é'  # é"]) + end).encode())
    assert codes(root, "--fix") == []
    now = newline.join([*lines, "    x =  'é'  # é"]).replace("-> BookRead:", "-> None:") + end
    assert (root / GREETINGS).read_bytes() == mark + now.encode()


@pytest.mark.parametrize("case", sorted(each.name for each in CASES.glob("CTL*")))
def test_a_second_repair_changes_nothing(tmp_path: Path, case: str) -> None:
    root = laid(tmp_path, case)
    codes(root, "--unsafe-fixes")
    first = {path: path.read_bytes() for path in sorted(root.glob("services/*/src/**/*.py"))}
    codes(root, "--unsafe-fixes")
    assert {path: path.read_bytes() for path in sorted(root.glob("services/*/src/**/*.py"))} == first


CALLER = "services/tg_bot/src/x.py"
CLIENT = "services/tg_bot/src/generated/clients/backend.py"
BY_HAND = '''\
"""Asks for a book."""

from uuid import UUID

import httpx

from shared.generated.schemas import BookRead

BASE = "http://backend:8000"


async def book(key: UUID) -> BookRead:
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{BASE}/books/{key}", timeout=3)  # by its key
        answer.raise_for_status()
        return BookRead(**answer.json())


async def title(key: UUID) -> str:
    async with httpx.AsyncClient() as client:
        found = (await client.get("http://backend:8000/books/" + str(key))).json()
        return str(found["title"])


async def status(key: UUID) -> int:
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{BASE}/books/{key}")
        return answer.status_code
'''
BY_CLIENT = '''\
"""Asks for a book."""

from uuid import UUID

import httpx

from services.tg_bot.src.generated.clients.backend import BackendClient
from shared.generated.schemas import BookRead

BASE = "http://backend:8000"


async def book(key: UUID) -> BookRead:
    async with httpx.AsyncClient() as client:
        async with BackendClient() as backend:
            answer = await backend.get_book(book_id=key)  # by its key
        pass
        return BookRead(**answer.model_dump(mode="json"))


async def title(key: UUID) -> str:
    async with httpx.AsyncClient() as client:
        async with BackendClient() as backend:
            found = (await backend.get_book(book_id=str(key))).model_dump(mode="json")
        return str(found["title"])


async def status(key: UUID) -> int:
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{BASE}/books/{key}")
        return answer.status_code
'''


def caller(tmp_path: Path, text: str) -> Path:
    root = Path(shutil.copytree(BASE, tmp_path / "workspace"))
    for path, content in {CALLER: text, CLIENT: "class BackendClient: ...\n"}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content)
    return root


def test_a_call_by_hand_becomes_one_of_the_client(tmp_path: Path) -> None:
    root = caller(tmp_path, BY_HAND)
    assert codes(root, "--fix") == ["PER001"] * 3
    assert (root / CALLER).read_text() == BY_HAND
    assert codes(root, "--unsafe-fixes") == ["PER001"]
    assert (root / CALLER).read_text() == BY_CLIENT
    assert codes(root, "--unsafe-fixes") == ["PER001"]
    assert (root / CALLER).read_text() == BY_CLIENT


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("headers", ('key}", timeout=3)', 'key}", headers={"X-A": "b"})')),
        ("an operation that is not consumed", ("/books/{key}", "/books")),
        ("another method", ("client.get(", "client.put(")),
        ("a call that is not awaited", ("await client.get(", "httpx.get(")),
    ],
)
def test_a_call_that_is_not_certain_stays(tmp_path: Path, what: str, change: tuple[str, str]) -> None:
    text = BY_HAND.partition("async def title")[0].replace(*change)
    root = caller(tmp_path, text)
    assert codes(root, "--unsafe-fixes") == ["PER001"]
    assert (root / CALLER).read_text() == text


def test_without_the_client_nothing_is_replaced(tmp_path: Path) -> None:
    root = caller(tmp_path, BY_HAND)
    (root / CLIENT).unlink()
    assert codes(root, "--unsafe-fixes") == ["PER001"] * 3
