"""`autogen generate --add-stubs`: what comes to an author's controller, what stays, and what is told of the rest."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.behaviour.cli.command import BOOKS, autogen, lay, plain
from tests.unit.output.ground import times, tree

ROUTER = "services/backend/spec/routers/books.yaml"
PAPERS = "services/backend/spec/routers/papers.yaml"
CONTROLLER = "services/backend/src/controllers/books.py"
GET = """\
  get_book:
    params: [{name: book_id, type: uuid}]
    output: BookRead
    rest: {method: GET, path: "/books/{book_id}"}
"""
AUTHOR = """\
from services.backend.src.generated.protocols import BooksControllerProtocol   # the contract
from shared.generated.schemas import BookRead


class BooksController(BooksControllerProtocol):
    SHELF = [ "a" ]

    async def list_books(self)->list[BookRead]:
        return [BookRead(title=title) for title in self.helper()]

    def helper(self) -> list[str]:
        return self.SHELF
"""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A workspace whose controller its author has written, and whose specs have had an operation more since."""
    lay(tmp_path)
    generate(tmp_path)
    (tmp_path / CONTROLLER).write_text(AUTHOR)
    generate(tmp_path)
    (tmp_path / ROUTER).write_text(BOOKS + GET)
    return tmp_path


def generate(root: Path, *words: str, code: int = 0) -> str:
    done = autogen("generate", *words, "--root", str(root))
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def document(root: Path, *words: str, code: int = 0) -> Any:
    return json.loads(generate(root, "--output", "json", *words, code=code))


def told(root: Path, *words: str, code: int = 0) -> dict[str, list[tuple[int, int, str]]]:
    """The findings of a run by code, each with its place."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for one in document(root, *words, code=code)["diagnostics"]:
        found.setdefault(one["code"], []).append((one["line"], one["column"], one["message"]))
    return found


def written(root: Path, *words: str, code: int = 0) -> dict[str, str]:
    changes = document(root, *words, code=code)["changes"]
    return {one["path"]: one["class"] for one in changes if one["action"] == "write"}


def test_nothing_is_added_that_was_not_asked_for(work: Path) -> None:
    assert told(work) == {"OUT011": [(5, 7, "'BooksController' lacks 'get_book'")]}
    assert (work / CONTROLLER).read_text() == AUTHOR
    assert "autogen generate --add-stubs" in generate(work)


def test_a_stub_is_added_and_all_else_stays(work: Path) -> None:
    assert f"write   {CONTROLLER}" in generate(work, "--add-stubs")
    text = (work / CONTROLLER).read_text()
    signature = "async def get_book(self, session: AsyncSession, book_id: uuid.UUID) -> shared.BookRead:"
    stub = f"\n    {signature}\n        raise NotImplementedError\n"
    assert text.endswith(f"        return self.SHELF\n{stub}")
    new = [line for line in text.removesuffix(stub).splitlines() if line not in AUTHOR.splitlines()]
    assert new == [
        "import uuid",
        "from sqlalchemy.ext.asyncio import AsyncSession",
        "from shared.generated import schemas as shared",
    ]
    assert [line for line in AUTHOR.splitlines() if line not in text.splitlines()] == []
    code = f"from {CONTROLLER.removesuffix('.py').replace('/', '.')} import BooksController as c; c().get_book"
    subprocess.run([sys.executable, "-c", code], cwd=work, env=plain(), check=True)


def test_the_second_run_has_nothing_to_do(work: Path) -> None:
    generate(work, "--add-stubs")
    before = times(work)
    assert generate(work, "--add-stubs").startswith("nothing to do: ")
    assert generate(work).startswith("nothing to do: ")
    assert generate(work, "--check").startswith("nothing to do: ")
    assert times(work) == before


def test_it_needs_no_other_change(work: Path) -> None:
    generate(work)
    assert written(work, "--add-stubs") == {CONTROLLER: "seeded"}


@pytest.mark.parametrize(("mode", "code"), [("--dry-run", 0), ("--diff", 1), ("--check", 1)])
def test_it_is_shown_before_it_is_done(work: Path, mode: str, code: int) -> None:
    generate(work)
    before = tree(work)
    assert written(work, mode, "--add-stubs", code=code) == {CONTROLLER: "seeded"}
    assert CONTROLLER in generate(work, mode, "--add-stubs", code=code)
    assert tree(work) == before
    assert written(work, mode) == {}, "what is not asked for is no drift"


def test_the_diff_is_what_is_written(work: Path) -> None:
    generate(work)
    patch = generate(work, "--diff", "--add-stubs", code=1)
    wanted = tree(work)
    generate(work, "--add-stubs")
    after = (work / CONTROLLER).read_bytes()
    (work / CONTROLLER).write_bytes(wanted[CONTROLLER])
    clean = patch[patch.index("--- a/") :].split("\n\n1 ")[0]
    subprocess.run(["git", "apply", "-"], cwd=work, input=clean, text=True, check=True)
    assert (work / CONTROLLER).read_bytes() == after


def test_bytes_that_an_editor_chose_stay(work: Path) -> None:
    data = b"\xef\xbb\xbf" + AUTHOR.rstrip("\n").replace("\n", "\r\n").encode()
    (work / CONTROLLER).write_bytes(data)
    generate(work, "--add-stubs")
    found = (work / CONTROLLER).read_bytes()
    assert found.startswith(b"\xef\xbb\xbfimport uuid\r\n")
    assert found.endswith(b"raise NotImplementedError")
    assert b"\n" not in found.replace(b"\r\n", b"")
    assert generate(work, "--add-stubs").startswith("nothing to do: ")


def test_an_error_elsewhere_stops_all_of_it(work: Path) -> None:
    (work / "services/backend/src/generated/protocols.py").write_text("mine\n")
    before = tree(work)
    assert "OUT002" in told(work, "--add-stubs", code=1)
    assert tree(work) == before


def test_why_there_is_no_stub_is_told_to_who_asked_for_one(work: Path) -> None:
    (work / CONTROLLER).write_text(AUTHOR.replace("def helper", "def get_book"))
    assert "OUT014" in told(work, "--add-stubs")
    assert told(work) == {}
    assert "OUT014" in told(work, "--add-stubs")


def test_what_was_never_written_is_written_whole(tmp_path: Path) -> None:
    lay(tmp_path)
    generate(tmp_path, "--add-stubs")
    assert (tmp_path / CONTROLLER).read_text().count("raise NotImplementedError") == 1


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("list[BookRead]:", "list[BookRead:", {"OUT014": (8, 1, "no stub is added: the file does not parse")}),
        ("class Books", "class Others", {"OUT011": (1, 1, "the file lacks 'BooksController'")}),
        (
            "def helper",
            "def get_book",
            {"OUT014": (11, 9, "no stub is added: 'get_book' is there, but is not an `async def`")},
        ),
        (
            'SHELF = [ "a" ]',
            "get_book = None",
            {"OUT014": (6, 5, "no stub is added: 'get_book' is there, but is not an `async def`")},
        ),
        (
            "Protocol):",
            "Protocol, Shelf):",
            {"OUT014": (5, 7, "no stub is added: 'BooksController' may have 'get_book' from another base")},
        ),
        (
            "    SHELF",
            "    if True:\n        async def get_book(self): ...\n    SHELF",
            {"OUT014": (7, 19, "no stub is added: 'get_book' is there, but is not an `async def`")},
        ),
    ],
    ids=["broken", "no-class", "sync", "assigned", "inherited", "in-a-block"],
)
def test_what_cannot_take_a_stub_is_told_and_stays(
    work: Path, old: str, new: str, found: dict[str, tuple[int, int, str]]
) -> None:
    text = AUTHOR.replace(old, new, 1)
    (work / CONTROLLER).write_text(text)
    assert {code: tuple(places[0]) for code, places in told(work, "--add-stubs").items()} == found
    assert (work / CONTROLLER).read_text() == text


def test_a_class_that_is_lacking_is_not_for_stubs(work: Path) -> None:
    (work / CONTROLLER).write_text("")
    assert "= help: write the class; `autogen generate --restore" in generate(work, "--add-stubs")


def test_a_method_whose_operation_is_gone_is_told_until_it_goes_too(work: Path) -> None:
    """And only that: a helper was never an operation."""
    generate(work, "--add-stubs")
    (work / ROUTER).write_text(BOOKS)
    orphan = {"OUT012": [(19, 15, "'get_book' is no operation of the specs any more")]}
    for words in ((), (), ("--check",), ("--add-stubs",)):
        assert told(work, *words) == orphan
    (work / CONTROLLER).write_text("# one line more\n" + (work / CONTROLLER).read_text())
    assert told(work) == {"OUT012": [(20, *orphan["OUT012"][0][1:])]}
    lines = (work / CONTROLLER).read_text().split("    async def get_book")[0]
    (work / CONTROLLER).write_text(lines)
    assert told(work, "--check") == {}, "that it is deleted is no drift"
    before = times(work / ".autogen/manifest")
    assert told(work) == {}
    assert times(work / ".autogen/manifest") == before


def test_what_is_gone_may_be_called_so_again(work: Path) -> None:
    """The manifest forgets it with the next run that writes."""
    generate(work, "--add-stubs")
    (work / ROUTER).write_text(BOOKS)
    (work / CONTROLLER).write_text(AUTHOR)
    generate(work)
    (work / CONTROLLER).write_text(AUTHOR.replace("def helper", "def get_book"))
    assert told(work) == {}


def test_without_its_cache_an_orphan_is_still_told(work: Path) -> None:
    generate(work, "--add-stubs")
    (work / ROUTER).write_text(BOOKS)
    first = told(work)
    (work / ".autogen/cache/fingerprint.json").unlink()
    assert told(work) == first != {}


def test_a_renamed_operation_is_recognized(work: Path) -> None:
    generate(work, "--add-stubs")
    (work / ROUTER).write_text(BOOKS + GET.replace("get_book", "fetch_book"))
    assert "renamed to 'fetch_book'? then call it so; otherwise delete it" in generate(work)
    assert "renamed to 'fetch_book'? then call it so; otherwise delete it" in generate(work)
    assert "then let its body take the place of that stub" in generate(work, "--add-stubs")


def test_another_operation_is_not_taken_for_it(work: Path) -> None:
    generate(work, "--add-stubs")
    (work / ROUTER).write_text(BOOKS + GET.replace("get_book", "fetch_book").replace("uuid", "int"))
    assert "renamed to" not in generate(work)


def test_the_controller_of_a_domain_that_is_gone_is_told(work: Path) -> None:
    (work / PAPERS).write_text("operations: {read: {rest: {method: GET, path: /papers}}}\n")
    generate(work)
    (work / PAPERS).unlink()
    controller = work / "services/backend/src/controllers/papers.py"
    for _ in range(2):
        found = told(work, "--add-stubs")
        assert found == {"OUT013": [(8, 7, "nothing in the specs asks for 'PapersController' any more")]}
    assert controller.exists()
    controller.unlink()
    assert told(work, "--check") == {}
    assert told(work) == {}


def test_a_domain_that_comes_back_finds_its_controller(work: Path) -> None:
    text = "operations: {read: {rest: {method: GET, path: /papers}}}\n"
    (work / PAPERS).write_text(text)
    generate(work, "--add-stubs")
    (work / PAPERS).unlink()
    generate(work)
    (work / PAPERS).write_text(text)
    assert told(work) == {}


def test_libcst_is_loaded_where_a_stub_is_added(work: Path) -> None:
    probe = "import sys; from framework.cli.app import main; main(sys.argv[1:]); print('libcst' in sys.modules)"
    command = [sys.executable, "-c", probe, "generate", "--root", str(work), "-q"]
    for words, loaded in (((), "False"), (("--add-stubs",), "True"), (("--add-stubs",), "False")):
        done = subprocess.run([*command, *words], env=plain(), capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == loaded
