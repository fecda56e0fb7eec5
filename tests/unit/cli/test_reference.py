"""The reference holds what the code holds: every key, type, constraint, verb, option and code."""

import re
from pathlib import Path

import pytest

from framework import catalogue
from framework.cli import manual
from framework.cli.app import commands
from framework.diagnostics import Report
from framework.pipeline import compile_project
from framework.scalars import SCALARS
from framework.spec import reference, schemas
from framework.spec.field import Limits
from framework.spec.kinds import KINDS
from framework.spec.words import EXPRESSIONS
from tests.unit.cli.test_schemas import keys, shapes

SPEC = reference.markdown()
OPERATION = """\
operations:
  probe: {{output: "{expression}", rest: {{method: GET, path: /probe}}}}
"""
FIELD = """\
models:
  Book: {{fields: {{title: string}}}}
  Probe: {{fields: {{probe: {{type: "{expression}"{more}}}}}}}
"""


def rows(text: str) -> list[list[str]]:
    """The cells of every row of every table."""
    return [re.split(r"(?<!\\) \| ", line[2:-2]) for line in text.splitlines() if line.startswith("| ")]


@pytest.mark.parametrize("text", [SPEC, manual.command(commands()), manual.rules(catalogue.codes().values())])
def test_tables_are_whole(text: str) -> None:
    width = 0
    for line in text.splitlines():
        cells = len(re.split(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert not width or not cells or cells == width, line
        width = cells


def test_links_lead_somewhere() -> None:
    heads = {
        re.sub(r"[^\w -]", "", head).strip().lower().replace(" ", "-") for head in re.findall(r"^#+ (.*)$", SPEC, re.M)
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", SPEC)) <= heads


def test_every_key_stands_in_it() -> None:
    firsts = {row[0] for row in rows(SPEC)}
    missing = [name for kind in KINDS for name, _ in keys(schemas.document(kind)) if f"`{name}`" not in firsts]
    assert set(missing) <= {"of", "key", "value"}, "the parts of the nested spelling stand in a sentence"


def test_every_scalar_and_constraint_stands_in_it() -> None:
    firsts = {row[0] for row in rows(SPEC)}
    assert {f"`{name}`" for name in (*SCALARS, *Limits.model_fields)} <= firsts


def test_a_constraint_names_the_types_that_take_it() -> None:
    fits = {row[0]: row[2] for row in rows(SPEC) if len(row) == 4}
    assert fits["`multiple_of`"] == "`int`, `decimal`"
    assert fits["`unique_items`"] == "`list`"


def test_what_is_not_supported_yet_is_said() -> None:
    later = SPEC.partition("## Not supported yet")[2]
    assert {name for shape in shapes() for name in shape.LATER if f"`{name}`" not in later} == set()


@pytest.mark.parametrize("expression", [example for _, _, example in EXPRESSIONS])
def test_every_type_expression_compiles(expression: str, tmp_path: Path) -> None:
    (tmp_path / "shared/spec").mkdir(parents=True)
    (tmp_path / "services/a/spec/routers").mkdir(parents=True)
    (tmp_path / "services.yaml").write_text("services: [{name: a, type: python-fastapi}]")
    more = ", values: [x, y]" if expression == "enum" else ""
    if expression.startswith("Page"):
        (tmp_path / "services/a/spec/routers/probe.yaml").write_text(OPERATION.format(expression=expression))
        expression = "int"
    (tmp_path / "shared/spec/models.yaml").write_text(FIELD.format(expression=expression, more=more))
    report = Report()
    compile_project(tmp_path, report)
    assert [found.message for found in report.diagnostics] == []


def test_the_command_and_its_reference_agree() -> None:
    text = manual.command(commands())
    for command in commands():
        assert f"## `autogen {command.name}`" in text
        assert command.example in text
    assert "`--output text\\|json\\|github\\|sarif`" in text
    assert "`--fix`" in text


def test_every_code_stands_in_the_reference() -> None:
    firsts = {row[0] for row in rows(manual.rules(catalogue.codes().values()))}
    assert {f"`{code}`" for code in catalogue.codes()} <= firsts
