"""The service serves the bytes of the compiler, and its declared errors look as they say."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.behaviour.openapi.odd import laid
from tests.behaviour.openapi.workspace import generate, occupy, run, served
from tests.repository import ROOT


@pytest.mark.parametrize("name", ["odd", "bookshop"])
def test_a_service_keeps_its_word(name: str, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    root = laid(root) if name == "odd" else generate(ROOT / "spec_examples" / name, root)
    occupy(root)
    for service, document in served(root).items():
        found = json.loads(run("answers.py", root, service))
        written = (root / f"services/{service}/src/generated/openapi.json").read_text(encoding="utf-8")
        assert (found["type"], found["served"]) == ("application/json", written)
        assert found["problems"]
        for error, (status, kind, problem) in found["problems"].items():
            schema = {"$ref": f"#/components/schemas/{error}", "components": document["components"]}
            assert (status, kind) == (problem["status"], "application/problem+json")
            assert [fault.message for fault in Draft202012Validator(schema).iter_errors(problem)] == []
