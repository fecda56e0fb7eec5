"""What a traceback is told of the specs. Unit tests, for the maps that must not harm cannot come out of any specs."""

import os
import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from framework.runtime import sources
from framework.symbols import FILE, Symbol, render

PATH = "services/shop/src/generated/routers/books.py"
SPEC = "services/shop/spec/routers/books.yaml"
CODE = """
def create_router(action):
    def handler():
        return action()
    return handler


class Book:
    title: str = "x"
    pages: int = FAULT if "FAULT" in globals() else 0


class Holder:
    def run(self, action):
        return [action() for _ in range(1)]


def lonely(action):
    return action()
"""
KNOWN = {
    "create_router": Symbol(SPEC, 1, 1, 2, "domain books"),
    "create_router.handler": Symbol(SPEC, 4, 3, 9, "operation handler"),
    "Book": Symbol("shared/spec/models.yaml", 2, 3, 7, "model Book"),
    "Book.pages": Symbol("shared/spec/models.yaml", 5, 7, 12, "field pages"),
    "Holder.run": Symbol(SPEC, 9, 3, 6, "operation run"),
}
HANDLER = f"{PATH}:4 is made from {SPEC}:4 (operation handler)"


class Fault(Exception):
    pass


def fail() -> None:
    raise Fault


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text(CODE, encoding="utf-8")
    (tmp_path / ".autogen").mkdir()
    (tmp_path / FILE).write_text(render({PATH: KNOWN}), encoding="utf-8")
    return tmp_path


@pytest.fixture
def books(root: Path) -> Iterator[ModuleType]:
    yield loaded(root / PATH)
    sys.modules.pop("books")


def loaded(path: Path) -> ModuleType:
    spec = spec_from_file_location("books", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["books"] = module
    spec.loader.exec_module(module)
    return module


def caught(call: Callable[[], object]) -> BaseException:
    try:
        call()
    except Exception as fault:  # noqa: BLE001  # each test has its own
        return fault
    raise AssertionError("nothing was raised")


def notes(fault: BaseException) -> list[str]:
    sources.note(fault)
    return getattr(fault, "__notes__", [])


def test_a_handler_names_its_operation(books: ModuleType) -> None:
    assert notes(caught(books.create_router(fail))) == [HANDLER]


def test_a_comprehension_names_what_it_stands_in(books: ModuleType) -> None:
    told = notes(caught(lambda: books.Holder().run(fail)))
    assert told == [f"{PATH}:15 is made from {SPEC}:9 (operation run)"]


def test_a_fault_in_the_body_of_a_class_names_its_field(root: Path) -> None:
    (root / PATH).write_text('FAULT = property\ndel FAULT\nFAULT = "x"\n' + CODE.replace("= FAULT", "= FAULT()"))
    fault = caught(lambda: loaded(root / PATH))
    assert notes(fault)[-1] == f"{PATH}:13 is made from shared/spec/models.yaml:5 (field pages)"


def test_what_nobody_knows_is_not_told(books: ModuleType) -> None:
    assert notes(caught(lambda: books.lonely(fail))) == []


def test_it_is_told_once(books: ModuleType) -> None:
    fault = caught(books.create_router(fail))
    assert notes(fault) == notes(fault) == [HANDLER]


def test_notes_of_others_stay(books: ModuleType) -> None:
    fault = caught(books.create_router(fail))
    fault.add_note("mine")
    assert notes(fault) == ["mine", HANDLER]


def test_causes_are_followed(books: ModuleType) -> None:
    def outer() -> None:
        try:
            books.create_router(fail)()
        except Fault as fault:
            raise ValueError from fault

    assert notes(caught(outer)) == [HANDLER]


@pytest.mark.parametrize(("hidden", "told"), [(False, [HANDLER]), (True, [])])
def test_a_context_is_followed_where_python_shows_it(books: ModuleType, hidden: bool, told: list[str]) -> None:
    def outer() -> None:
        try:
            books.create_router(fail)()
        except Fault:
            other = ValueError()
            other.__suppress_context__ = hidden
            raise other  # noqa: B904  # the context is what is tested

    assert notes(caught(outer)) == told


def test_members_of_a_group_are_followed(books: ModuleType) -> None:
    fault = caught(books.create_router(fail))
    assert isinstance(fault, Fault)
    group = ExceptionGroup("both", [ValueError(), fault])
    assert notes(group) == [HANDLER]


def test_a_circle_of_causes_ends(books: ModuleType) -> None:
    fault = caught(books.create_router(fail))
    other = ValueError()
    fault.__cause__, other.__cause__ = other, fault
    assert notes(fault) == [HANDLER]


def test_a_thousand_frames_are_a_few_notes(books: ModuleType) -> None:
    def deep() -> object:
        return books.create_router(deep)()

    fault = caught(deep)
    assert isinstance(fault, RecursionError)
    assert notes(fault) == [HANDLER]


def test_a_new_map_is_read(books: ModuleType, root: Path) -> None:
    assert notes(caught(books.create_router(fail))) == [HANDLER]
    moved = KNOWN | {"create_router.handler": Symbol(SPEC, 40, 3, 9, "operation handler")}
    (root / FILE).write_text(render({PATH: moved}), encoding="utf-8")
    assert notes(caught(books.create_router(fail))) == [HANDLER.replace(f"{SPEC}:4", f"{SPEC}:40")]


def test_a_file_of_another_folder_is_no_generated_one(root: Path) -> None:
    other = root / "services/shop/src/controllers/books.py"
    other.parent.mkdir()
    other.write_text(CODE, encoding="utf-8")
    (root / FILE).write_text(render({"services/shop/src/controllers/books.py": KNOWN}), encoding="utf-8")
    assert notes(caught(loaded(other).create_router(fail))) == []


DAMAGE = {
    "none": None,
    "empty": b"",
    "foreign": b"# autogen sources 2\n" + PATH.encode() + b"\n\t\tcreate_router.handler\t1:1-1\tx\n",
    "cut": render({PATH: KNOWN}).encode()[:-30],
    "bytes": b"# autogen sources 1\n" + PATH.encode() + b"\n\t\xff\n\t\t\xfe\n",
    "rows": b"# autogen sources 1\n" + PATH.encode() + b"\n\ta.yaml\n\t\tcreate_router.handler\tx\n",
}


@pytest.mark.parametrize("data", DAMAGE.values(), ids=list(DAMAGE))
def test_a_bad_map_is_no_map(books: ModuleType, root: Path, data: bytes | None) -> None:
    (root / FILE).unlink()
    if data is not None:
        (root / FILE).write_bytes(data)
    fault = caught(books.create_router(fail))
    assert [line for line in notes(fault) if line != HANDLER] == []
    assert sources.place(books.Book) in ("", "shared/spec/models.yaml:2")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes on this system")
def test_a_pipe_in_the_place_of_a_map_is_not_opened(books: ModuleType, root: Path) -> None:
    (root / FILE).unlink()
    os.mkfifo(root / FILE)
    assert notes(caught(books.create_router(fail))) == []


def test_an_exception_that_takes_no_notes_stays_what_it_is(books: ModuleType) -> None:
    class Odd(Exception):
        def add_note(self, note: str) -> None:
            raise RuntimeError

    def odd() -> None:
        raise Odd

    fault = caught(books.create_router(odd))
    sources.note(fault)
    assert isinstance(fault, Odd)


def test_what_is_noted_goes_on(books: ModuleType) -> None:
    def inside() -> None:
        with sources.noted():
            books.create_router(fail)()

    assert getattr(caught(inside), "__notes__", []) == [HANDLER]


def test_the_place_of_a_class_and_of_a_method(books: ModuleType) -> None:
    assert sources.place(books.Book) == "shared/spec/models.yaml:2"
    assert sources.place(books.Holder.run) == f"{SPEC}:9"
    assert sources.place(books.lonely) == sources.place(fail) == sources.place(3) == ""
