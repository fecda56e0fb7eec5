"""The tests about ourselves: every code has its page and its case, and what is written about us is true."""

import io
import keyword
import re
import tokenize
from pathlib import Path

import pytest

import framework
from framework import catalogue
from framework.diagnostics import Code, Diagnostic
from tests import guarded, page
from tests.case import CASES, Case, cases, compiled
from tests.guarded import guarded_cases
from tests.repository import ROOT, sources, texts

CODES = catalogue.codes()
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "AGENTS.md")
IN_CASE = {"spec", "expected", "arrange.py"}
IN_LINT = {"project", "expected", "arrange.py"}

# Put together, so that this file does not hold what it looks for.
UNFINISHED = re.compile(r"(?:#|//|<!--|\{#)\s*(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|\b(?:TO" + r"DO|FIX" + r"ME)[:(]")
MACHINE = re.compile(r"(?<![\w.])/(?:root|home|work|Users)/\w|\b[A-Z]:\\\\?Users\b")
PROPOSAL = re.compile(r"(?:for example to|write it as|call it) '([^']*)'")
SUPPRESSION = re.compile(r"(?:noqa\b(?::[ A-Z0-9,]+)?|type: ignore(?:\[[\w, -]+\])?|pragma: no (?:cover|branch))")
SHORTEST_REASON = 10


def named(code: Code) -> str:
    return code.id


def with_pages() -> list[Code]:
    return [code for code in CODES.values() if code.bad or code.good]


def test_codes_have_a_form() -> None:
    assert not [code.id for code in CODES.values() if not re.fullmatch(r"[A-Z]{3}\d{3}", code.id)]
    assert not [code.id for code in CODES.values() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)]


def test_names_of_codes_are_unique() -> None:
    names = [code.name for code in CODES.values()]
    assert not sorted({name for name in names if names.count(name) > 1})


@pytest.mark.parametrize("code", CODES.values(), ids=named)
def test_every_code_has_a_page(code: Code) -> None:
    for text in (code.message, code.why, code.remedy):
        assert text.strip() == text
        assert text
        assert "\n" not in text
    assert code.why.endswith("."), "why is made of sentences"
    assert not code.message.endswith("."), "a message is no sentence"
    assert bool(code.bad) == bool(code.good)


@pytest.mark.parametrize("code", with_pages(), ids=named)
def test_the_bad_example_shows_the_fault(code: Code, tmp_path: Path) -> None:
    found = shown(code, code.bad, tmp_path / "workspace")
    assert {each.code.id for each in found} == {code.id}


@pytest.mark.parametrize("code", with_pages(), ids=named)
def test_the_good_example_is_sound(code: Code, tmp_path: Path) -> None:
    found = shown(code, code.good, tmp_path / "workspace")
    assert code.id not in {each.code.id for each in found}
    assert not [each.message for each in found if each.code.severity == "error"]


def shown(code: Code, example: str, root: Path) -> list[Diagnostic]:
    """What is found in an example: of the guard where it is Python, else of the compiler."""
    if not page.is_code(example):
        page.lay(example, root)
        return compiled(root)
    page.lay(example, root, guarded.BASE)
    return guarded.guarded(root)


def test_every_code_has_a_case() -> None:
    assert not sorted(set(CODES) - {case.code for case in (*cases(), *guarded_cases())})


@pytest.mark.parametrize("case", guarded_cases(), ids=lambda case: case.name)
def test_a_case_of_the_guard_is_of_its_code(case: guarded.Guarded) -> None:
    lines = case.expected.read_text(encoding="utf-8").splitlines()
    found = {line.split(" ")[1] for line in lines}
    assert found == (set() if case.code == guarded.CLEAN else {case.code}), "one fault each"
    assert case.code == guarded.CLEAN or case.name.split("_")[1] == CODES[case.code].name
    assert {inside.name for inside in case.folder.iterdir() if inside.name != "__pycache__"} <= IN_LINT


def test_what_has_no_example_is_of_a_whole_file() -> None:
    arranged = {case.code for case in cases() if case.arranged} | {case.code for case in guarded_cases()}
    bare = [code.id for code in CODES.values() if not code.bad]
    assert not [code for code in bare if code not in arranged and not code.startswith("SRC")]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_case_is_of_its_code_alone(case: Case) -> None:
    assert case.code in CODES, "no such code"
    assert case.name.split("_")[1] == CODES[case.code].name
    assert re.fullmatch(r"[A-Z0-9]+_[a-z0-9-]+(_[a-z0-9-]+)?", case.name)
    assert {inside.name for inside in case.folder.iterdir() if inside.name != "__pycache__"} <= IN_CASE
    assert [inside.name for inside in case.expected.parent.iterdir()] == [case.expected.name]
    lines = case.expected.read_text(encoding="utf-8").splitlines()
    assert {line.split(" ")[1] for line in lines} == {case.code}, "one fault each"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_remedy_is_no_fault_itself(case: Case) -> None:
    for line in case.expected.read_text(encoding="utf-8").splitlines():
        for name in PROPOSAL.findall(line):
            assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name), name
            assert not keyword.iskeyword(name)
            assert f": '{name}'" not in line.split(" | hint: ")[0], "what was refused is proposed"


def test_cases_hold_only_cases() -> None:
    assert not [stray.name for stray in CASES.iterdir() if not stray.is_dir()]


def test_all_that_is_promised_is_there() -> None:
    assert framework.__all__ == sorted(framework.__all__)
    for name in framework.__all__:
        assert getattr(framework, name) is not None


@pytest.mark.parametrize("document", DOCUMENTS)
def test_documents_name_targets_that_there_are(document: str) -> None:
    named_there = set(re.findall(r"\bmake ([a-z][a-z-]*)", code_of(document)))
    assert named_there <= set(targets())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_documents_name_files_that_there_are(document: str) -> None:
    """Of the tests, some kinds of folders come with the first thing that they can show."""
    tops = {path.name for path in ROOT.iterdir()} - {"tests", "services"}
    paths = re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", (ROOT / document).read_text(encoding="utf-8"))
    inside = [path for path in paths if path.split("/")[0] in tops]
    assert inside
    assert not [path for path in inside if not (ROOT / path).exists()]


def test_targets_are_short_and_explained() -> None:
    for target, (head, recipe) in targets().items():
        assert len(recipe) <= 2, f"{target} does more than a target should"
        assert re.search(r" ## \S", head), f"{target} is not in `make help`"


def test_instructions_for_agents_are_short() -> None:
    assert len((ROOT / "AGENTS.md").read_text(encoding="utf-8").splitlines()) <= 60


def test_nothing_is_left_for_later() -> None:
    assert not found_in(UNFINISHED)


def test_no_path_of_a_machine_is_written_down() -> None:
    assert not found_in(MACHINE)


def test_a_suppression_says_why() -> None:
    silent = []
    for path, text in sources("framework", "tooling", "tests"):
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT and (found := SUPPRESSION.search(token.string)):
                reason = token.string[found.end() :].lstrip("# ")
                silent += [f"{path}:{token.start[0]}"] if len(reason) < SHORTEST_REASON else []
    assert not silent


def found_in(pattern: re.Pattern[str]) -> list[str]:
    places = []
    for path, text in texts():
        if path != "uv.lock":
            places += [
                f"{path}:{text.count(chr(10), 0, hit.start()) + 1} {hit.group()}" for hit in pattern.finditer(text)
            ]
    return places


def code_of(document: str) -> str:
    """What a document sets as code: its blocks and its spans."""
    text = (ROOT / document).read_text(encoding="utf-8")
    blocks = re.findall(r"^[ \t]*```[^\n]*\n(.*?)^[ \t]*```", text, re.DOTALL | re.MULTILINE)
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", text)])


def targets() -> dict[str, tuple[str, list[str]]]:
    """The targets of the Makefile, each with its head and the lines that it runs."""
    found: dict[str, tuple[str, list[str]]] = {}
    target = ""
    for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([a-z][a-z-]*):(?!=)", line):
            target = match.group(1)
            found[target] = (line, [])
        elif line.startswith("\t"):
            found[target][1].append(line)
    return found
