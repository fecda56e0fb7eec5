"""What a template may put in. Unit tests: the templates of the generators are right, and these are wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from framework.emit import templates
from framework.emit.templates import Misrendered, environment, render

Render = Callable[..., str]


@pytest.fixture
def rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Render:
    made = environment(tmp_path)
    made.cache = None
    monkeypatch.setattr(templates, "environment", lambda: made)

    def of(file: str, text: str, **view: object) -> str:
        (tmp_path / file).write_text(text, encoding="utf-8")
        return render(file, file.removesuffix(".j2"), view)

    return of


def test_a_bare_text_never_becomes_code(rendered: Render) -> None:
    for expression in ("x", "x + x", "x ~ 'y'", "x | upper", "'%s' | format(x)", "x | string", "[x] | join", "'y'"):
        with pytest.raises(TypeError, match="may not stand there"):
            rendered("a.py.j2", "y = {{ " + expression + " }}\n", x="1")


@pytest.mark.parametrize("value", ["x", 1.5, None, True, ["x"], object()])
@pytest.mark.parametrize("name", ["a.py.j2", "a.json.j2", "a.yaml.j2"])
def test_nor_does_any_other_value(rendered: Render, name: str, value: object) -> None:
    with pytest.raises(TypeError, match="may not stand there"):
        rendered(name, "{{ x }}\n", x=value)


def test_what_was_checked_may_stand(rendered: Render) -> None:
    text = "{{ name | word }} = {{ value | literal }}  # {{ count }}\n"
    assert rendered("a.py.j2", text, name="x", value='"', count=3) == "x = '\"'  # 3\n"


def test_joining_a_checked_text_to_a_bare_one_gives_a_bare_one(rendered: Render) -> None:
    for expression in ("name | word ~ x", "name | word + x", "(name | word) * 2", "[name | word, x] | join"):
        with pytest.raises(TypeError, match="may not stand there"):
            rendered("a.py.j2", "y = {{ " + expression + " }}\n", name="a", x="; import os")


def test_a_macro_gives_what_was_checked_inside(rendered: Render) -> None:
    macro = "{% macro of(x) %}{{ x FILTER }}{% endmacro %}y = {{ of(value) }}\n"
    assert rendered("a.py.j2", macro.replace("FILTER", "| literal"), value="x") == 'y = "x"\n'
    with pytest.raises(TypeError, match="may not stand there"):
        rendered("a.py.j2", macro.replace("FILTER", ""), value="x")


def test_a_block_that_was_set_is_checked_inside(rendered: Render) -> None:
    text = "{% set made %}[{{ value | literal }}]{% endset %}y = {{ made }}\n"
    assert rendered("a.py.j2", text, value="x") == 'y = ["x"]\n'


def test_lists_of_checked_texts(rendered: Render) -> None:
    text = "y = [{{ values | map('literal') | join(', ') }}]\n"
    assert rendered("a.py.j2", text, values=["a", "b"]) == 'y = ["a", "b"]\n'


def test_an_undefined_name_is_an_error(rendered: Render) -> None:
    for expression in ("missing", "x.missing", "missing | literal", "missing | join"):
        with pytest.raises(UndefinedError):
            rendered("a.md.j2", "{{ " + expression + " }}", x="")


def test_prose_is_shown_as_prose(rendered: Render) -> None:
    assert rendered("a.md.j2", "| {{ x }} | {{ x | literal }} |\n", x="a|b\nc") == "| a\\|b c | `a\\|b c` |\n"


@pytest.mark.parametrize(
    ("name", "text"), [("a.py.j2", "x = (\n"), ("a.json.j2", "{,}"), ("a.yaml.j2", "a: [\n"), ("a.yml.j2", "a: b: c\n")]
)
def test_what_does_not_parse_is_a_bug_of_ours(rendered: Render, name: str, text: str) -> None:
    with pytest.raises(Misrendered, match="does not parse"):
        rendered(name, text)


def test_the_last_line_and_the_blocks(rendered: Render) -> None:
    assert rendered(
        "a.md.j2", "{% for x in xs %}\n  {% if x %}\n- {{ x }}\n  {% endif %}\n{% endfor %}\n", xs=[1, 2]
    ) == ("- 1\n- 2\n")
