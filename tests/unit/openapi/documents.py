"""The documents of a workspace, for the tests of this folder."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from framework.diagnostics import Report
from framework.emit.generators import openapi
from framework.pipeline import compile_project
from tests import page
from tests.repository import ROOT

EXAMPLES = [ROOT, *sorted(path for path in (ROOT / "spec_examples").iterdir() if path.is_dir())]


def documents(root: Path) -> dict[str, Any]:
    """By service."""
    report = Report()
    project = compile_project(root, report).project
    assert project is not None, [found.message for found in report.diagnostics]
    return {service.name.text: json.loads(openapi.text(service)) for service in openapi.services(project)}


def document(files: str, root: Path) -> Any:
    """That of the service `backend`, of specs that each begin with a comment that is their path."""
    page.lay(files.lstrip(), root / "workspace")
    return documents(root / "workspace")["backend"]


def references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        yield from (
            found for key, item in node.items() if key not in ("default", "examples") for found in references(item)
        )
    elif isinstance(node, list):
        yield from (found for item in node for found in references(item))
