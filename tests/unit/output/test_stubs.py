"""Stubs behind an author's methods. Unit tests: no folder of specs holds all that an author may have made of a file."""

import ast
import difflib

import pytest

from framework.output.stubs import appended
from tests.example import Example, examples

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
        # as they came

    async def old(self, session: AsyncSession) -> None: ...
    # the end
LAST = 1
"""
GET = "BooksController.get_book"
BOTH = ("BooksController.list_books", GET)
SESSION = "from sqlalchemy.ext.asyncio import AsyncSession"
STUB = [
    "    async def get_book(self, session: AsyncSession, book_id: uuid.UUID) -> shared.BookRead:",
    "        raise NotImplementedError",
]


def made(text: str, *members: str) -> str:
    found = appended(text.encode(), FRESH, members or (GET,))
    assert found is not None
    ast.parse(found)
    return found.decode()


def added(text: str, *members: str) -> list[str]:
    """The lines that are new; none may have gone."""
    lines = list(difflib.ndiff(text.splitlines(True), made(text, *members).splitlines(True)))
    assert not [line for line in lines if line[0] == "-"]
    return [line[2:].rstrip() for line in lines if line[0] == "+" and line[2:].strip()]


def imports(text: str) -> list[str]:
    return [line for line in made(text).split("class BooksController")[0].splitlines() if line]


def test_what_is_missing_is_added_behind_and_nothing_else_changes() -> None:
    assert added(AUTHOR) == ["import uuid", "from shared.generated import schemas as shared", *STUB]
    owner = next(one for one in ast.parse(made(AUTHOR)).body if getattr(one, "name", "") == "BooksController")
    assert isinstance(owner, ast.ClassDef)
    assert [one.name for one in owner.body if isinstance(one, ast.AsyncFunctionDef)] == [
        "list_books",
        "old",
        "get_book",
    ]


@pytest.mark.parametrize("body", ["\n    pass\n", " ...\n", " pass  # soon", "\n    ...", "\n\t..."])
def test_a_class_without_a_body_gets_one(body: str) -> None:
    found = made(f"class BooksController:{body}", *BOTH)
    assert found.count("raise NotImplementedError") == 2
    assert "pass" not in found.replace("pass  # soon", "")
    assert "\n\n    async def list_books" not in found
    assert "# soon" in found or "soon" not in body
    assert found.endswith("\n") == body.endswith("\n")


def test_a_class_on_one_line_keeps_what_it_has() -> None:
    found = made("class BooksController: size = 1; rows = 2  # both\n")
    assert "class BooksController:  # both\n    size = 1; rows = 2\n\n    async def get_book" in found


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n\n# é"])
def test_bytes_around_it_are_kept(mark: bytes, newline: str, last: str) -> None:
    text = (AUTHOR.rstrip("\n") + last).replace("\n", newline).encode()
    found = appended(mark + text, FRESH, (GET,))
    assert found is not None
    assert found.startswith(mark + b"# Ours")
    assert found.endswith(("LAST = 1" + last.replace("\n", newline)).encode())
    assert (b"\n" in found.replace(b"\r\n", b"")) == (newline == "\n")
    ast.parse(found)


def test_lines_of_both_ends_stay_as_they_are() -> None:
    text = AUTHOR.replace("\n", "\r\n", 5).encode()
    found = appended(text, FRESH, (GET,))
    assert found is not None
    assert [line for line in text.splitlines(True) if line not in found.splitlines(True)] == []


def test_a_file_that_would_not_be_kept_is_refused() -> None:
    assert appended(AUTHOR.replace("\nLAST", "\n\fLAST").encode(), FRESH, (GET,)) is None


def test_tabs_stay_tabs() -> None:
    found = made("class BooksController:\n\tsize = 1\n")
    assert "\n\tasync def get_book" in found
    assert "\n\t\traise NotImplementedError" in found


def test_a_name_that_stands_for_something_else_is_not_taken() -> None:
    """The author's `uuid` is a class, and in the class body `shared` is a flag."""
    text = "from uuid import UUID as uuid\n\n\nclass BooksController:\n    shared = True\n    id: uuid\n"
    found = made(text)
    assert "import uuid as _uuid\n" in found
    assert "from shared.generated import schemas as _shared\n" in found
    assert "book_id: _uuid.UUID) -> _shared.BookRead:" in found
    assert "from uuid import UUID as uuid\n" in found


def test_a_name_of_the_class_hides_an_import_that_is_there() -> None:
    found = made("import uuid\n\n\nclass BooksController:\n    uuid = 1\n")
    assert "import uuid as _uuid\n" in found
    assert "book_id: _uuid.UUID" in found


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '"""Mine."""\n',
            ['"""Mine."""', "import uuid", SESSION],
        ),
        (
            "from __future__ import annotations\nimport asyncio, uuid\n",
            ["from __future__ import annotations", "import asyncio, uuid", SESSION],
        ),
        (
            "# first\nimport zlib\n\nfrom sqlalchemy.ext.asyncio import AsyncEngine\n",
            ["# first", "import uuid", "import zlib", "from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession"],
        ),
        (
            "from sqlalchemy.ext.asyncio import (AsyncEngine)\n",
            ["import uuid", "from sqlalchemy.ext.asyncio import (AsyncEngine)", SESSION],
        ),
    ],
)
def test_imports_go_where_they_are_looked_for(head: str, expected: list[str]) -> None:
    text = f"{head}\n\nclass BooksController:\n    size = 1\n"
    assert imports(text) == [*expected, "from shared.generated import schemas as shared"]


def test_imports_of_a_sorted_file_stay_sorted() -> None:
    """As isort would have it: what came fresh, without one import at a time, gets it back."""
    for gone in ("import uuid\n\n", "from sqlalchemy.ext.asyncio import AsyncSession\n\n"):
        text = FRESH.replace(gone, "").split("    async def get_book")[0].rstrip() + "\n"
        assert made(text) == FRESH


def test_an_import_that_is_the_first_of_its_kind_joins_the_others() -> None:
    protocol = "from services.shop.src.generated.protocols import BooksControllerProtocol\n"
    found = made(f"import zlib\n\n{protocol}\n\nclass BooksController(BooksControllerProtocol):\n    size = 1\n")
    schemas = "from shared.generated import schemas as shared\n"
    assert found.startswith(f"import uuid\nimport zlib\n\n{SESSION}\n\n{protocol}{schemas}\n\nclass")


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_an_empty_class_becomes_what_would_be_written_today(example: Example) -> None:
    seeds = [file for file in example.files().values() if file.members]
    assert seeds
    for file in seeds:
        top = file.text.splitlines()[0]
        protocol = next(line for line in file.text.splitlines() if "protocols import " in line)
        head = next(line for line in file.text.splitlines() if line.startswith("class "))
        empty = f"{top}\n\n{protocol}\n\n\n{head}\n    pass\n"
        found = appended(empty.encode(), file.text, file.members)
        assert found is not None
        assert found.decode() == file.text
