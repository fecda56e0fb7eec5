"""Every generator of Python says what its symbols are made from. No folder could see that one of them has forgotten."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from framework.emit.generator import Artifact
from framework.files import File
from framework.symbols import bound, nearest
from tests.example import EXAMPLES, Example, examples


@pytest.fixture(scope="module", params=examples(), ids=lambda example: example.name)
def example(request: pytest.FixtureRequest) -> Example:
    found = request.param
    assert isinstance(found, Example)
    return found


@pytest.fixture(scope="module")
def modules(example: Example) -> list[File]:
    return [file for file in example.files().values() if file.path.endswith(".py")]


def test_there_is_python(modules: list[File]) -> None:
    assert any(file.symbols for file in modules)


def test_every_definition_of_a_module_is_known(modules: list[File]) -> None:
    """Classes, functions and constants, and the handlers within functions, by their own names."""
    lost = [f"{file.path} {name}" for file in modules for name in tops(file.text) if name not in file.symbols]
    assert not lost


def test_whatever_stands_in_a_class_is_known(modules: list[File]) -> None:
    """By its own name or, as a constant of an error, by that of its class."""
    lost = [f"{file.path} {name}" for file in modules for name in inner(file.text) if not nearest(file.symbols, name)]
    assert not lost


def test_methods_and_fields_have_lines_of_their_own(modules: list[File]) -> None:
    for file in modules:
        if file.generator in ("schemas", "protocols", "controllers"):
            named = set(inner(file.text)) - enums(file.text)
            assert named - {one for one in named if one.endswith(".model_config")} <= set(file.symbols), file.path


def test_no_symbol_is_known_that_there_is_not(modules: list[File]) -> None:
    for file in modules:
        assert set(file.symbols) <= {*tops(file.text), *inner(file.text)}, file.path


def test_a_symbol_stands_where_the_map_says(example: Example, modules: list[File]) -> None:
    """The marked characters of the spec are the name of what is declared there."""
    lines: dict[str, list[str]] = {}
    for _, symbol in chain.from_iterable(file.symbols.items() for file in modules):
        if symbol.file not in lines:
            lines[symbol.file] = (EXAMPLES / example.name / symbol.file).read_text(encoding="utf-8").splitlines()
        marked = lines[symbol.file][symbol.line - 1][symbol.column - 1 : symbol.end - 1]
        kind, _, name = symbol.what.partition(" ")
        if kind == "domain":
            assert Path(symbol.file).stem == name
        elif kind in ("operation", "error", "service", "type", "field"):
            assert marked.strip("\"'?") == name
        else:
            assert marked.strip("\"'") in name or kind == "enum"


def test_an_artifact_has_no_symbols_by_itself() -> None:
    """So that a generator of Markdown need not speak of them."""
    assert Artifact("a.md", "owned", "a", "a.md.j2").symbols == {}


def tops(text: str) -> Iterator[str]:
    for node in ast.parse(text).body:
        name = bound(node)
        if name and not name.startswith("__"):
            yield name
        if isinstance(node, ast.FunctionDef):
            yield from (f"{name}.{one.name}" for one in node.body if isinstance(one, ast.AsyncFunctionDef))


def inner(text: str) -> Iterator[str]:
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef):
            yield from (f"{node.name}.{name}" for one in node.body if (name := bound(one)))


def enums(text: str) -> set[str]:
    """Their members, which the language gives no place."""
    classes = (node for node in ast.parse(text).body if isinstance(node, ast.ClassDef))
    found = [one for one in classes if any(ast.unparse(base).endswith("Enum") for base in one.bases)]
    return {f"{one.name}.{bound(member)}" for one in found for member in one.body}
