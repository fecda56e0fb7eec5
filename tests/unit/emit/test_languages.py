"""How words of a spec enter a text of another language. Unit tests: no spec can hold every character and type."""

import ast
import json
from decimal import Decimal
from io import StringIO

import pytest
import yaml
from dotenv import dotenv_values
from hypothesis import given
from hypothesis import strategies as st

from framework.emit.languages import (
    _UNSEEN,
    Shared,
    Snippet,
    code_span,
    env_literal,
    env_prose,
    json_literal,
    language,
    markdown_prose,
    python_literal,
    word,
    yaml_literal,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
ATTACKS = [
    '"', "'", '"""', "\\", '\\"', "\n", "\r\n", '" + __import__("os").system("x") + "', "{{ 7 * 7 }}", "#", "\0",
    "\x85", "\u2028", "\ufeff", "\u202e", "\U000e0001", "`", "``", "|", "<b>", "[x](y)", "# head", "- item",
]  # fmt: skip
VALUES: list[object] = [
    None, True, False, 0, -1, 2**70, 1.5, -0.0, 1e300, "text", [], [1, "a"], (), (1,), (1, 2), {"a": [None, {"b": 1}]},
]  # fmt: skip


@pytest.mark.parametrize("text", ATTACKS)
@given(around=TEXTS)
def test_a_python_literal_is_one_string(text: str, around: str) -> None:
    spelled = python_literal(around + text)
    assert ast.literal_eval(spelled) == around + text
    assert len(spelled.splitlines()) == 1


@pytest.mark.parametrize("value", VALUES)
def test_a_python_literal_of_any_value(value: object) -> None:
    assert ast.literal_eval(python_literal(value)) == value


def test_what_is_not_a_literal_is_an_expression() -> None:
    assert python_literal(Decimal("1.50")) == 'Decimal("1.50")'
    assert python_literal(float("inf")) == 'float("inf")'


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
        lambda inner: st.lists(inner) | st.dictionaries(TEXTS | st.integers() | st.booleans() | st.none(), inner),
    )
)
def test_json_is_spelled_as_its_encoder_spells_it(value: object) -> None:
    assert json_literal(value) == json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)


def test_what_documents_share_is_spelled_for_its_place() -> None:
    shared = Shared({"a": [1, {}], "b": {"c": "d"}})
    for value in (shared, {"deep": {"deeper": shared, "again": shared}}, [shared], [Shared({})]):
        assert json_literal(value) == json.dumps(value, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("value", [float("nan"), [float("inf")]])
def test_what_json_cannot_say(value: object) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_literal(value)


@pytest.mark.parametrize("value", [object(), {1, 2}, b"x", ast.Load()])
def test_what_has_no_literal(value: object) -> None:
    with pytest.raises(TypeError):
        python_literal(value)


@pytest.mark.parametrize("char", "\x00\x7f\x85\xa0\u200b\u2028\u202e\u2066\ufeff\U000e0001")
def test_what_nobody_sees_is_escaped(char: str) -> None:
    assert python_literal(char).isascii()
    assert yaml_literal(char).isascii()


def test_what_everybody_reads_is_not() -> None:
    assert python_literal("Привет, é, 你好, 🙂") == '"Привет, é, 你好, 🙂"'


@pytest.mark.parametrize("text", ATTACKS)
@given(around=TEXTS)
def test_json_and_yaml_literals(text: str, around: str) -> None:
    assert json.loads(json_literal({"x": [around + text]})) == {"x": [around + text]}
    assert yaml.safe_load(f"a: {yaml_literal(around + text)}\nb: 1\n") == {"a": around + text, "b": 1}


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_json_has_no_infinity(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_literal(value)


@given(text=TEXTS)
def test_prose_stays_on_its_line_and_is_prose(text: str) -> None:
    shown = markdown_prose(text)
    assert len(shown.splitlines()) <= 1
    bare = shown.replace("\\\\", "")
    for mark in "`*_[]<>|#~":
        assert bare.count(mark) == bare.count("\\" + mark)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", "`a\\|b`"),
        ("a`b", "``a`b``"),
        ("`a`", "`` `a` ``"),
        ("a\nb", "`a b`"),
        ("", ""),
        ("list[X]", "`list[X]`"),
    ],
)
def test_code_in_a_table(text: str, shown: str) -> None:
    assert code_span(text) == shown


@pytest.mark.parametrize("text", ["name", "a.b", "_x", "Book2"])
def test_a_name_may_stand_in_code(text: str) -> None:
    assert word(text) == text
    assert isinstance(word(text), Snippet)


@pytest.mark.parametrize(
    "text", ["", "a b", "class", "a.class", "1a", "a-b", "a\n", "é", "a.", ".a", "a;b", "None", "a()"]
)
def test_nothing_else_may(text: str) -> None:
    with pytest.raises(ValueError, match="is no name"):
        word(text)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LookupError):
        language("x/page.exe.j2")


@pytest.mark.parametrize(
    "text",
    [
        '"""Head."""\n\nimport os\n\n\nclass A:\n    b = 1\n\n\ndef f() -> None: ...\n',
        'x = """a\n\n\nb"""\n',
        "x = (\n\n\n1)\n",
        "",
    ],
)
def test_blank_lines_stand_anywhere_in_python(text: str) -> None:
    language("x.py.j2").check(text)


@pytest.mark.parametrize(
    "text", ["x = 1\n\n\ny =\n", "x =\n\n\ny = 1\n", 'x = """a\n\n\nb\n', "class A:\n\n\nx = 1\n", "x = (\n\n\ny = 1\n"]
)
def test_what_is_no_python_is_none_in_any_block(text: str) -> None:
    with pytest.raises(SyntaxError):
        language("x.py.j2").check(text)


@pytest.mark.parametrize("text", ATTACKS)
@given(around=TEXTS)
def test_an_env_literal_is_read_back(text: str, around: str) -> None:
    """By the reader of the runtime, but for what nobody sees; and it stays on its line."""
    spelled = env_literal(around + text)
    told = "".join(char if char in "\n\r\t" or not _UNSEEN.match(char) else " " for char in around + text)
    assert len(spelled.splitlines()) <= 1
    assert dotenv_values(stream=StringIO(f"X={spelled}\nY=1\n"), interpolate=False) == {"X": told, "Y": "1"}
    language("x.env.j2").check(f"# {env_prose(around + text)}\nX={spelled}\n")


@pytest.mark.parametrize("text", ["X", "X Y=1", "=1", " X=1"])
def test_what_is_no_line_of_env(text: str) -> None:
    with pytest.raises(ValueError, match="neither a variable"):
        language("x.env.j2").check(f"A=1\n{text}\n")
