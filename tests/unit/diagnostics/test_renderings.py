"""What the renderers make of one report: read the expected files as a user would read the output."""

import json
import re
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.diagnostics import Diagnostic, Span, github, page, sarif, text
from framework.diagnostics import json as document
from tests.unit.diagnostics.findings import (
    EXPECTED,
    FILES,
    MODELS,
    OLD,
    SAMPLE,
    UNKNOWN,
    UNUSUAL,
    USERS,
    lines,
    rendered,
)


@pytest.mark.parametrize("name", sorted(rendered()))
def test_rendering(name: str) -> None:
    assert rendered()[name] == (EXPECTED / name).read_text(encoding="utf-8")


def test_nothing_is_shown_of_nothing() -> None:
    assert text.render([], lines) == github.render([]) == ""
    assert json.loads(document.render([], 7))["summary"] == {"errors": 0, "warnings": 0, "files": 7}


def test_brief_text_holds_findings_alone() -> None:
    assert "explain" not in text.render(SAMPLE, lines, text.Style(brief=True))


def test_notes_stand_before_the_sum() -> None:
    shown = text.render(SAMPLE, lines, None, ["a \x1b note"])
    assert "\n\na \\x1b note\n3 errors, 2 warnings in 3 files\n" in shown


def test_a_fault_of_a_whole_file_shows_no_line() -> None:
    shown = text.render([Diagnostic(UNKNOWN, Span(USERS), "m", "")], lines)
    assert shown.splitlines()[1] == ""


@pytest.mark.parametrize("line", [0, 99])
def test_a_line_that_is_gone_is_not_shown(line: int) -> None:
    assert " |" not in text.render([Diagnostic(UNKNOWN, Span(USERS, line, 3, line, 4), "m", "")], lines)


def test_keys_that_do_not_apply_are_left_out() -> None:
    entry = json.loads(document.render([Diagnostic(UNKNOWN, Span(USERS), "m", "")], 1))["diagnostics"][0]
    assert list(entry) == ["code", "name", "severity", "message", "file", "line", "column", "end_line", "end_column"]


def test_json_is_ascii_and_has_no_half_of_a_pair() -> None:
    made = document.render(SAMPLE, 1)
    assert made.isascii()
    assert not re.search(r"(?<!\\)\\ud[89a-f]", made)


def test_json_takes_no_number_that_json_has_not() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        document.render([], 0, {"x": float("nan")})


@given(*[st.lists(st.sampled_from(UNUSUAL) | st.characters()).map("".join)] * 3)
def test_a_workflow_command_is_one_line(file: str, message: str, hint: str) -> None:
    made = github.render([Diagnostic(UNKNOWN, Span(file, 1, 1, 1, 2), message, hint)])
    command, total, end = made.split("\n")
    assert total == "1 error in 1 file"
    assert not end
    assert "\r" not in command
    properties = command.removeprefix("::error ").split("::", 1)[0]
    assert len(properties.split(",")) == 6


def test_errors_come_first_on_github() -> None:
    kinds = [line.split(" ")[0] for line in github.render(SAMPLE).splitlines()[:-1]]
    assert kinds == ["::error"] * 3 + ["::warning"] * 2


def results(made: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(made)["runs"][0]["results"]
    return found


def prints(diagnostics: list[Diagnostic]) -> list[str]:
    return [result["partialFingerprints"]["autogen/v1"] for result in results(sarif.render(diagnostics))]


def test_fingerprints_outlive_a_move_of_lines() -> None:
    twice = [*SAMPLE, Diagnostic(UNKNOWN, Span(USERS, 9, 1, 9, 2), "no model named 'Y'", "")]
    moved = [
        Diagnostic(one.code, one.span._replace(line=one.span.line + 5, end_line=one.span.end_line + 5), one.message, "")
        for one in twice
    ]
    assert sorted(prints(twice)) == sorted(prints(moved))
    assert len(set(prints(twice))) == len(twice)


def test_rules_and_results_agree() -> None:
    run = json.loads(sarif.render(SAMPLE))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [r["ruleId"] for r in run["results"]]
    assert all(rule["help"]["markdown"].startswith(f"# {rule['id']}") for rule in rules)


def test_no_more_results_than_are_taken() -> None:
    many = [Diagnostic(OLD, Span(MODELS, line), "m", "") for line in range(1, sarif.MOST + 1)]
    worse = Diagnostic(UNKNOWN, Span(USERS, 1), "m", "")
    found = results(sarif.render([*many, worse]))
    assert len(found) == sarif.MOST
    assert found[0]["ruleId"] == worse.code.id


def test_places_of_sarif_lead_from_the_checkout() -> None:
    places = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]
        for result in results(sarif.render(SAMPLE, "apps/a b/"))
    ]
    assert {place["uriBaseId"] for place in places} == {"%SRCROOT%"}
    assert {place["uri"][:11] for place in places} == {"apps/a%20b/"}


def test_a_failure_is_a_notification() -> None:
    run = json.loads(sarif.render([], failure="no disk"))["runs"][0]
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [{"level": "error", "message": {"text": "no disk"}}],
        }
    ]


def test_a_page_has_its_parts_in_both_forms() -> None:
    heads = [section.title for section in page.sections(UNKNOWN)]
    assert heads == ["Why", "Example", "Use instead", "How to repair it"]
    assert [head for head in heads if f"\n{head}\n" not in page.text(UNKNOWN)] == []
    assert [head for head in heads if f"\n## {head}\n" not in page.markdown(UNKNOWN)] == []
    assert "```yaml\n# services/backend" in page.markdown(UNKNOWN)


def test_a_page_without_examples_has_none() -> None:
    assert [section.title for section in page.sections(OLD)] == ["Why", "How to repair it"]
    assert "bad" not in page.data(OLD)


def test_places_of_a_message_stand_open() -> None:
    assert page.open_words("no {name!r} in {{x}} of U+{number:04X}") == "no <name> in {x} of U+<number>"


def test_a_tag_is_no_tag_in_markdown() -> None:
    assert "'\\<name>'" in page.markdown(UNKNOWN)
    assert "`<name>`" in page.markdown(OLD)


@given(st.lists(st.sampled_from(SAMPLE), max_size=4), st.integers(0, 200))
def test_every_format_takes_every_report(found: list[Diagnostic], width: int) -> None:
    text.render(found, lines, text.Style(width=width)).encode()
    json.loads(sarif.render(found))
    assert json.loads(document.render(found, 1))["version"] == 1


def test_the_lines_of_a_file_are_asked_for_once() -> None:
    asked = count()

    def once(path: str) -> list[str]:
        next(asked)
        return FILES[path]

    text.render([SAMPLE[0]] * 5, once)
    assert next(asked) == 1
