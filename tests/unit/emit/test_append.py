"""Stubs behind an author's methods. No folder holds a file before and after its author's hand has been at it."""

import ast

from framework.emit.generators.controllers.append import appended, orphans

FRESH = '''"""What the operations of `books` do."""

import uuid

from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated.protocols import BooksControllerProtocol
from shared.generated import schemas as shared


class BooksController(BooksControllerProtocol):
    async def list_books(self, session: AsyncSession) -> list[shared.BookCard]:
        raise NotImplementedError

    async def get_book(self, session: AsyncSession, book_id: uuid.UUID) -> shared.BookRead:
        raise NotImplementedError
'''
AUTHOR = """# Ours since May.
from sqlalchemy.ext.asyncio import AsyncSession
from shared.generated.schemas import BookCard   # one name is enough

from services.shop.src.generated.protocols import BooksControllerProtocol


class Shelf:
    async def get_book(self) -> None: ...


class BooksController( BooksControllerProtocol ):
    SIZE = 20   # rows

    async def list_books(self, session: AsyncSession)->list[BookCard]:
        # the newest first
        return [ ]

    async def old(self, session: AsyncSession) -> None: ...
    # the end
LAST = 1
"""


def test_what_is_missing_is_added_behind_and_nothing_else_changes() -> None:
    found = appended(AUTHOR, FRESH)
    kept = [line for line in found.splitlines() if line in AUTHOR.splitlines()]
    assert [line for line in AUTHOR.splitlines() if line] == [line for line in kept if line]
    added = [line for line in found.splitlines() if line.strip() and line not in AUTHOR.splitlines()]
    assert added == [
        "import uuid",
        "from shared.generated import schemas as shared",
        "    async def get_book(self, session: AsyncSession, book_id: uuid.UUID) -> shared.BookRead:",
        "        raise NotImplementedError",
    ]
    owner = next(one for one in ast.parse(found).body if getattr(one, "name", "") == "BooksController")
    assert isinstance(owner, ast.ClassDef)
    methods = [one.name for one in owner.body if isinstance(one, ast.AsyncFunctionDef)]
    assert methods == ["list_books", "old", "get_book"]


def test_what_is_whole_stays_as_it_is() -> None:
    whole = appended(AUTHOR, FRESH)
    assert appended(whole, FRESH) == whole
    assert appended(FRESH, FRESH) == FRESH


def test_a_class_without_a_body_gets_one() -> None:
    found = appended("class BooksController:\n    pass\n", FRESH)
    assert "pass" not in found
    assert found.count("raise NotImplementedError") == 2


def test_a_file_without_the_class_is_not_touched() -> None:
    assert appended("x = 1\n", FRESH) == "x = 1\n"


def test_an_orphan_is_told_with_its_line() -> None:
    assert orphans(AUTHOR, "BooksController", frozenset({"old", "get_book"})) == {"old": 19}
