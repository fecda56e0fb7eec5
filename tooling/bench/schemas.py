"""How long the schemas of many models take to import, beside what datamodel-code-generator makes of the same models.

    python -m tooling.bench.schemas [models]

Prints the median of interleaved runs, each in a process of its own and without what `import pydantic` costs alone.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project

ROOT = Path(__file__).parent.parent.parent
RUNS = 7
FIELDS = """
      id: {{type: uuid, readonly: true}}
      name: {{type: string, min_length: 1, max_length: 80}}
      count: {{type: int, ge: 0, le: 1000}}
      ratio: {{type: float, ge: 0, default: 0.5}}
      active: {{type: bool, default: true}}
      at: datetime
      tags: {{type: "list[string]", default: []}}
      state: {{type: enum, values: [new, old], default: new}}
      {more}
"""
TOLD = """
import json
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from shared.generated import schemas
kinds = [(kind, "validation") for kind in vars(schemas).values() if isinstance(kind, type)
         and issubclass(kind, BaseModel) and kind.__module__ == schemas.__name__]
print(json.dumps(models_json_schema(kinds, ref_template="#/$defs/{model}")[1]))
"""
TIMED = """
import time, pydantic, framework.runtime.model, framework.runtime.types
start = time.process_time()
import {module}
print(time.process_time() - start)
"""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _lay(root, count)
        times: dict[str, list[float]] = {"shared.generated.schemas": [], "theirs": []}
        for _ in range(RUNS + 1):
            for module, found in times.items():
                found.append(float(_run(root, sys.executable, "-c", TIMED.format(module=module))))
        ours, theirs = (statistics.median(found[1:]) * 1000 for found in times.values())
        print(
            f"{count} models: ours {ours:.0f} ms, datamodel-code-generator's {theirs:.0f} ms, ratio {ours / theirs:.2f}"
        )


def _lay(root: Path, count: int) -> None:
    """The models as specs, as what we make of them, and as what is made of the JSON Schema of that."""
    models = "".join(
        f"  Model{index}:\n    fields:{FIELDS.format(more=f'other: Model{index // 10}' if index else 'other: int')}"
        for index in range(count)
    )
    (root / "shared" / "spec").mkdir(parents=True)
    (root / "shared" / "spec" / "models.yaml").write_text(f"models:\n{models}", encoding="utf-8")
    (root / "services.yaml").write_text("services: []\n", encoding="utf-8")
    report = Report()
    project = compile_project(root, report).project
    if project is None:
        sys.exit("\n".join(found.message for found in report.diagnostics))
    for path, file in compile_files(project, report).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(file.text, encoding="utf-8")
    (root / "told.json").write_text(_run(root, sys.executable, "-c", TOLD), encoding="utf-8")
    options = ("--input=told.json", "--input-file-type=jsonschema", "--output-model-type=pydantic_v2.BaseModel",
               "--formatters=builtin", "--use-annotated", "--output=theirs.py")  # fmt: skip
    _run(root, sys.executable, "-m", "datamodel_code_generator", *options)


def _run(root: Path, *command: str) -> str:
    environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    main()
