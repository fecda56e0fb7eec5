"""The service keeps the document that it serves: Schemathesis asks with all of its checks, and excludes nothing.

The examples are asked elsewhere; here is a workspace with every type.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.behaviour.openapi.odd import laid
from tests.behaviour.openapi.workspace import generate, occupy, run
from tests.repository import ROOT

EXAMPLES = os.environ.get("CONTRACT_EXAMPLES", "5")
CHECKS = {
    "allow_header_conformance", "content_type_conformance", "ensure_resource_availability", "ignored_auth",
    "missing_required_header", "negative_data_rejection", "not_a_server_error", "object_level_authorization",
    "positive_data_acceptance", "response_headers_conformance", "response_schema_conformance",
    "status_code_conformance", "unsupported_method", "use_after_free",
}  # fmt: skip


def asked(root: Path, service: str) -> Any:
    return json.loads(run("contract.py", root, service, EXAMPLES).splitlines()[-1])


@pytest.mark.slow
def test_nothing_that_is_served_differs_from_the_document(tmp_path: Path) -> None:
    root = laid(tmp_path / "workspace")
    occupy(root)
    found = asked(root, "backend")
    assert found["failures"] == []
    assert set(found["checks"]) == CHECKS
    assert {"coverage", "fuzzing", "stateful"} <= {phase.split()[0] for phase in found["phases"]}
    assert {"200", "422", "405"} <= set(found["statuses"])


@pytest.mark.slow
def test_a_stub_is_found(tmp_path: Path) -> None:
    """That nothing fails above says something only because this does."""
    root = generate(ROOT / "spec_examples" / "hello", tmp_path / "workspace")
    found = asked(root, "hello")
    assert any(failure.startswith("not_a_server_error") for failure in found["failures"])
    assert set(found["statuses"]) <= {"501", "422", "405", "404"}
