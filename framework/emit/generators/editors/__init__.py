"""What lets an editor complete and check the specs: the JSON Schemas, and settings that say which file is of which."""

import json
from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.generators.editors.view import EXTENSIONS, settings
from framework.ir import Project
from framework.spec import schemas

TEMPLATE = "value.json.j2"


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for name, text in schemas.export().items():
        view = {"value": json.loads(text)}
        yield Artifact(f"{schemas.FOLDER}/{name}", "owned", f"schema {name.removesuffix('.json')}", TEMPLATE, view)
    for name, value in (("settings", settings()), ("extensions", EXTENSIONS)):
        yield Artifact(f".vscode/{name}.json", "seeded", f"workspace / editor {name}", TEMPLATE, {"value": value})


GENERATOR = Generator("editors", _plan)
