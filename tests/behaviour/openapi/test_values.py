"""Each schema of a document takes the values that its generated class takes, and refuses those that it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.behaviour.openapi.odd import laid
from tests.behaviour.openapi.workspace import generate, run, served
from tests.behaviour.schemas.draw import drawn
from tests.repository import ROOT

DRAWN = 20
DURATION = re.compile(r"P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)\Z")
ANY = '"additionalProperties": true'
FORMATS = FormatChecker(["uuid", "date", "date-time"])
FORMATS.checks("duration")(lambda value: not isinstance(value, str) or bool(DURATION.match(value)))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")  # a long description of a wide class
@pytest.mark.parametrize("name", ["bookshop", "monorepo", "predecessor", "odd"])
def test_a_schema_takes_what_its_class_takes(name: str, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    root = laid(root) if name == "odd" else generate(ROOT / "spec_examples" / name, root)
    for service, document in served(root).items():
        schemas = json.loads(json.dumps(document["components"]["schemas"]).replace(ANY, ANY.replace("true", "{}")))
        cases = [(one, value) for one in schemas for value, _ in drawn(schemas[one], {"$defs": schemas}, DRAWN)]
        (root / "cases.json").write_text(json.dumps(cases), encoding="utf-8")
        taken = json.loads(run("takes.py", root, service, "cases.json"))
        said = [allowed(document, one, value) for one, value in cases]
        known = [
            (*case, ours, theirs) for case, ours, theirs in zip(cases, said, taken, strict=True) if theirs is not None
        ]
        assert {one for one, *_ in known} == {one for one in schemas if not is_problem(schemas[one]) and "_" not in one}
        assert {ours for *_, ours, _ in known} == {True, False}
        assert [case for case in known if case[-1] != case[-2]] == []


def allowed(document: Any, name: str, value: object) -> bool:
    whole = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    return Draft202012Validator(whole, format_checker=FORMATS).is_valid(value)


def is_problem(schema: Any) -> bool:
    return {"type", "title", "status", "code"} <= set(schema.get("properties", ()))
