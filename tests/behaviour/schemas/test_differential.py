"""Our classes against those that datamodel-code-generator makes of their own JSON Schema: what one takes and the other
refuses has an explanation in the table, or is a mistake of ours."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.behaviour.schemas.draw import drawn
from tests.behaviour.schemas.workspace import EXAMPLES, FEATURES, ask, lay

SPECS = [FEATURES / "schema-types" / "spec", FEATURES / "schema-states" / "spec", EXAMPLES / "bookshop"]
DRAWN = 25
OPTIONS = (
    "--input=told.json", "--input-file-type=jsonschema", "--output-model-type=pydantic_v2.BaseModel",
    "--formatters=builtin", "--use-annotated", "--output=theirs.py",
)  # fmt: skip

SCHEMAS = """
import json
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from shared.generated import schemas
kinds = [(kind, "validation") for kind in vars(schemas).values() if isinstance(kind, type)
         and issubclass(kind, BaseModel) and kind.__module__ == schemas.__name__]
_, told = models_json_schema(kinds, ref_template="#/$defs/{model}")
print(json.dumps([[kind.__name__ for kind, _ in kinds], told]))
"""
TAKEN = """
import json, sys
from pydantic import ValidationError
from shared.generated import schemas
import theirs

def takes(kind, value):
    try:
        return kind.model_validate_json(value) is not None
    except ValidationError:
        return False

print(json.dumps([[takes(getattr(schemas, name), value), takes(getattr(theirs, name), value)]
                  for name, value in json.load(sys.stdin)]))
"""


@dataclass(frozen=True)
class Case:
    """A value for a class. `broken` is the property that holds `odd`, which the generator put there."""

    name: str
    value: Any
    broken: str
    schema: dict[str, Any]

    @property
    def odd(self) -> Any:
        return self.value.get(self.broken, ABSENT) if self.broken else ABSENT

    @property
    def text(self) -> str:
        """The schema of the broken property, or of the whole class."""
        properties = self.schema["properties"]
        return json.dumps(properties.get(self.broken, properties))


ABSENT = object()
EXPLAINED: dict[str, Callable[[Case, bool], bool]] = {
    "a boolean is no number and no choice of numbers": lambda case, ours: not ours and isinstance(case.odd, bool),
    "a number is no boolean": lambda case, ours: not ours and '"boolean"' in case.text and case.odd in (0, 1),
    "a text is no number": lambda case, ours: (
        not ours and isinstance(case.odd, str) and any(word in case.text for word in ('"integer"', '"number"', "Mark"))
    ),
    "a number, or a text of one, is no moment": lambda case, ours: (
        not ours and case.odd in (0, 1, -1, 1.0, 1.5, 2**63, "5", "1.5", "12:30:00") and '"format": "d' in case.text
    ),
    "what may be left out is not null for that": lambda case, ours: not ours and case.odd is None,
    "a text has no bounds that JSON Schema could tell": lambda case, ours: not ours and case.name in ("Step", "Key"),
    "they give the name of the recursive class to its title": lambda case, ours: ours and case.name == "Category",
}
"""Why one side takes what the other refuses; the second argument says whether we take it."""


@pytest.mark.slow
@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name if spec.name == "spec" else spec.name)
def test_every_difference_is_explained(spec: Path, tmp_path: Path) -> None:
    root = lay(spec, tmp_path)
    names, told = ask(root, SCHEMAS)
    (root / "told.json").write_text(json.dumps(told))
    subprocess.run(
        (sys.executable, "-m", "datamodel_code_generator", *OPTIONS), cwd=root, check=True, capture_output=True
    )
    listed = [
        Case(name, value, broken, told["$defs"][name])
        for name in names
        for value, broken in drawn(told["$defs"][name], told, DRAWN)
    ]
    answers = ask(root, TAKEN, [[case.name, json.dumps(case.value)] for case in listed])
    assert any(ours and theirs for ours, theirs in answers)
    assert any(not ours and not theirs for ours, theirs in answers)
    unexplained = [
        (case.name, case.broken, case.value, "ours" if ours else "theirs")
        for case, (ours, theirs) in zip(listed, answers, strict=True)
        if ours != theirs and not any(explains(case, ours) for explains in EXPLAINED.values())
    ]
    assert not unexplained
