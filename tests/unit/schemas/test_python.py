"""Lines, imports and values of generated Python, where a workspace for every case would be longer than the case."""

import ast
import textwrap
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.emit.openapi import patterns
from framework.emit.python import Imports, annotation, assignment, comment, docstring, layout, spread, value
from framework.emit.python.annotations import Mode
from framework.emit.python.layout import WIDTH
from framework.emit.python.narrowing import both
from framework.ir import Dict, Limits, List, Literal, Nullable, Set, Type, Union
from framework.runtime.wire import values
from framework.scalars import SCALARS

LONG = "word " * 40
EXPRESSIONS = [
    f'Annotated[str, t.TextRule(max_length=5), Field(description="{LONG}")] | MISSING | None',
    f'Annotated[Annotated[str, t.TextRule(pattern="{"x" * 90}")] | None, Field(examples=["{LONG}", {{"a": "b: c"}}])]',
    "dict[str, " * 12 + "int" + "]" * 12,
    f"Literal[{', '.join(repr(str(number)) for number in range(60))}]".replace("'", '"'),
    f'{{"a": [{", ".join(map(str, range(80)))}], "b": \'say "{LONG}"\'}}',
]


@pytest.mark.parametrize("text", EXPRESSIONS)
@pytest.mark.parametrize("indent", [0, 4, 8])
def test_a_broken_line_says_what_the_long_one_says(text: str, indent: int) -> None:
    annotated = (assignment("name", text, '"x"', indent), f'name: {text} = "x"')
    for laid, said in (annotated, (layout(text, indent, "name = "), f"name = {text}")):
        assert max(map(len, laid.splitlines()[1:])) <= WIDTH
        assert dumped(textwrap.dedent(" " * indent + laid)) == dumped(said)


ARGUMENTS = ("*", "x: int", "y: str | None = None", 'z: t.Text = "a, b: (c"', f"k=[{', '.join(map(str, range(30)))}]")


@given(st.lists(st.sampled_from(ARGUMENTS), max_size=8), st.sampled_from([0, 4, 60]))
def test_arguments_are_spread_as_their_text_is_laid_out(items: list[str], indent: int) -> None:
    assert spread(items, indent, "def f", " -> None:") == layout(f"({', '.join(items)})", indent, "def f", " -> None:")


def test_imports_are_sorted_and_never_hidden() -> None:
    imports = Imports("services.a.src.generated.schemas", bodies=["dt", "list"], classes=["Field"])
    names = [imports.module("datetime", "dt"), imports.member("pydantic", "Field"), imports.builtin("list")]
    names += [imports.member("pydantic", "MISSING"), imports.builtin("dict"), imports.member("typing", "Any")]
    imports.module("shared.generated.schemas", "shared")
    assert [str(name) for name in names] == ["_dt", "_Field", "_builtins.list", "MISSING", "dict", "Any"]
    assert imports.block().splitlines() == [
        "import builtins as _builtins",
        "import datetime as _dt",
        "from typing import Any",
        "",
        "from pydantic import MISSING",
        "from pydantic import Field as _Field",
        "",
        "from shared.generated import schemas as shared",
    ]


ANNOTATIONS: list[tuple[Type, Limits, str, str, str]] = [
    (SCALARS["int"], Limits(), "t.Int", "t.IntParam", "int"),
    (
        SCALARS["int"],
        Limits(ge=1),
        "Annotated[int, t.IntRule(ge=1)]",
        'Annotated[int, t.IntRule(ge=1, of="param")]',
        "int",
    ),
    (SCALARS["date"], Limits(), "t.Date", "t.Date", "dt.date"),
    (List(SCALARS["bool"]), Limits(), "list[t.Bool]", "list[t.BoolParam]", "list[bool]"),
    (Set(SCALARS["uuid"]), Limits(), *["Annotated[list[t.Uuid], t.Items(unique=True)]"] * 2, "list[uuid.UUID]"),
    (
        Dict(SCALARS["int"], Nullable(SCALARS["json"])),
        Limits(min_items=1),
        *["Annotated[dict[t.IntKey, t.Json | None], t.Entries(min=1)]"] * 2,
        "dict[int, Any | None]",
    ),
    (
        Literal((1, 2)),
        Limits(),
        "Annotated[Literal[1, 2], t.Whole()]",
        "Annotated[Literal[1, 2], t.Numeral()]",
        "Literal[1, 2]",
    ),
    (
        Union((SCALARS["int"], SCALARS["string"])),
        Limits(),
        'Annotated[t.Int | t.Text, Field(union_mode="left_to_right")]',
        'Annotated[t.IntParam | t.Text, Field(union_mode="left_to_right")]',
        "int | str",
    ),
]


@pytest.mark.parametrize(("type_", "limits", "body", "param", "plain"), ANNOTATIONS)
def test_annotations(type_: Type, limits: Limits, body: str, param: str, plain: str) -> None:
    imports = Imports("a.b")
    assert annotation(type_, imports, limits) == body
    assert annotation(type_, imports, limits, mode="param") == param
    assert annotation(type_, imports, limits, mode="plain", nullable=True) == f"{plain} | None"


def test_what_is_equal_may_be_spelled_in_several_ways_in_one_module() -> None:
    imports, number = Imports("a.b"), SCALARS["float"]
    told = [annotation(number, imports, Limits(ge=bound)) for bound in (1, 1.0, 1)]
    assert told == [f"Annotated[float, t.FloatRule(ge={bound})]" for bound in ("1", "1.0", "1")]
    modes: list[Mode] = ["body", "param", "plain", "body"]
    assert [annotation(number, imports, mode=mode) for mode in modes] == ["t.Float", "t.FloatParam", "float", "t.Float"]
    assert annotation(number, imports, nullable=True) == "t.Float | None"
    assert annotation(number, Imports("c", bodies=["t"])) == "_t.Float"


VALUES: list[tuple[str, Any, str]] = [
    ("decimal", 0.07, 'decimal.Decimal("0.07")'),
    ("decimal", "1E+2", 'decimal.Decimal("100")'),
    ("bytes", "QSJc/w==", 'b"A\\"\\\\\\xff"'),
    ("date", "2026-01-31", "dt.date(2026, 1, 31)"),
    ("time", "12:30:00", "dt.time(12, 30)"),
    ("time", "00:00:00", "dt.time(0)"),
    ("datetime", "2026-01-31T00:00:00Z", "dt.datetime(2026, 1, 31, 0, 0, tzinfo=dt.UTC)"),
    (
        "datetime",
        "2026-01-31T12:30:05+02:00",
        "dt.datetime(2026, 1, 31, 12, 30, 5, tzinfo=dt.timezone(dt.timedelta(seconds=7200)))",
    ),
    ("duration", "P1DT2H0.5S", "dt.timedelta(days=1, seconds=7200, microseconds=500000)"),
    ("duration", "PT0S", "dt.timedelta()"),
    ("float", 1, "1.0"),
    ("json", {"a": [None, True]}, '{"a": [None, True]}'),
]


@pytest.mark.parametrize(("name", "raw", "expected"), VALUES)
def test_values(name: str, raw: Any, expected: str) -> None:
    assert value(SCALARS[name], raw, Imports("a.b")) == expected


def test_the_narrower_constraint_counts() -> None:
    assert both(Limits(ge=1, pattern="a", multiple_of=4), Limits(ge=0, le=9, pattern="b", multiple_of=6)) == Limits(
        ge=1,
        le=9,
        pattern=("a", "b"),  # type: ignore[arg-type]  # several patterns are a tuple
        multiple_of=12,
    )


@pytest.mark.parametrize("text", ['"""', 'a"', '"a', "a\\", '\\"', "a\n b", LONG, "\x00\u2028"])
def test_docstrings_and_comments_end_nothing(text: str) -> None:
    for depth in (0, 1, 2):
        code = str(docstring(text, depth=depth))
        assert len(ast.parse(code).body) == 1
        assert max(map(len, code.splitlines())) <= WIDTH
    assert not ast.parse(str(comment(text))).body


@pytest.mark.parametrize("depth", [0, 1, 2])
@pytest.mark.parametrize("size", range(WIDTH - 20, WIDTH + 3))
def test_a_docstring_keeps_to_the_width(size: int, depth: int) -> None:
    words = ("word " * WIDTH)[: size - 1].replace(" ", "-" if size % 2 else " ", 1) + "."
    first, *rest = docstring(words, f"{words}\n{words}", depth=depth).splitlines()
    assert max(4 * depth + len(first), *map(len, rest)) <= WIDTH
    (alone, *_) = docstring(words, depth=depth).splitlines()
    assert 4 * depth + len(alone) <= WIDTH


def test_both_sides_know_the_same_forms() -> None:
    """The runtime cannot import the compiler, so the patterns stand in both."""
    for name in ("TEXT", "EMAIL", "URL", "BASE64", "TIME", "INT_KEY"):
        assert getattr(values, name) == getattr(patterns, name)


def dumped(code: str) -> str:
    return ast.dump(ast.parse(code))
