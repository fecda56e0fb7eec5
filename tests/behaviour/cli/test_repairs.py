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
