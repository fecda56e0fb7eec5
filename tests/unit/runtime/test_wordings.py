"""The words of faults and problems in both languages: no example of ours breaks every rule that there is."""

import ast
from pathlib import Path

import pytest
from pydantic_core import _pydantic_core as core

from framework.runtime.wire import rules, values
from framework.runtime.words.language import chosen
from framework.runtime.words.texts import CODES, TEXTS, code_of, title_of
from framework.runtime.words.wordings import GENERAL, OWN, RUSSIAN, worded

KNOWN = {error["type"]: error for error in core.list_all_errors()}


@pytest.mark.parametrize("kind", sorted(RUSSIAN))
def test_russian_words_stand_for_a_rule_of_pydantic_and_fit_its_context(kind: str) -> None:
    assert kind == "unique_items" or kind in KNOWN
    context = KNOWN[kind]["example_context"] or {} if kind in KNOWN else {}
    code, words = worded({"type": kind, "msg": "in English", "ctx": context}, "ru")
    assert (code, words) == (kind, RUSSIAN[kind].format_map(context))


def test_what_has_no_russian_words_is_told_in_general() -> None:
    assert worded({"type": "callable_type", "msg": "Input should be callable"}, "ru") == ("callable_type", GENERAL)


@pytest.mark.parametrize("words", sorted(OWN))
def test_our_own_rules_have_codes_of_their_own(words: str) -> None:
    error = {"type": "value_error", "msg": f"Value error, {words}", "ctx": {"error": ValueError(words)}}
    assert worded(error, "en") == (OWN[words][0], words)
    assert worded(error, "ru") == OWN[words]


def test_our_own_rules_are_all_worded() -> None:
    """Each `raise ValueError("…")` of the modules that take values."""
    said = {
        argument.value
        for module in (rules, values)
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value.startswith("must ")
    }
    assert said == set(OWN)


def test_a_status_has_one_code_and_a_code_both_languages() -> None:
    for code, text in TEXTS.items():
        assert text.en != text.ru, code
        assert any("а" <= letter <= "я" for letter in text.ru), code
        assert CODES[text.status] in TEXTS
    assert code_of(404) == "not_found"
    assert code_of(599) == "status_599"
    assert title_of("status_599", "ru") == "Status 599"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("RU", "ru"),
        ("en;q=0.5, ru;q=0.9", "ru"),
        ("en, ru", "en"),
        ("de, fr;q=0.9", "en"),
        ("de, ru;q=0.1", "ru"),
        ("*", "en"),
        ("ru;q=0", "en"),
        ("ru;q=x, en;q=0.1", "en"),
        ("ru;q=7", "en"),
        (";;;,,,;q=", "en"),
    ],
)
def test_the_language_is_that_of_the_greatest_weight(header: str, language: str) -> None:
    assert chosen(header) == language
