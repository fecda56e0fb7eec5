"""An example of `spec_examples/` and its golden: exactly the files that the generators make of it."""

import json
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

from framework.diagnostics import Report
from framework.files import FileSet
from framework.pipeline import compile_files, compile_project
from tests.case import line
from tests.feature import features

EXAMPLES = Path(__file__).parent.parent / "spec_examples"
GOLDEN = Path(__file__).parent / "golden"


@dataclass(frozen=True)
class Example:
    name: str

    @property
    def expected(self) -> Path:
        return GOLDEN / self.name

    def files(self) -> FileSet:
        report = Report()
        project = compile_project(EXAMPLES / self.name, report).project
        files = compile_files(project, report) if project else FileSet()
        if report.diagnostics:
            raise AssertionError("\n".join(map(line, report.diagnostics)))
        return files

    def texts(self) -> dict[str, str]:
        return {path: file.text for path, file in self.files().items()}


def examples() -> list[Example]:
    return [Example(folder.name) for folder in sorted(EXAMPLES.iterdir()) if folder.is_dir()]


def strays() -> list[Path]:
    """Files among the goldens that are of no example."""
    names = {example.name for example in examples()}
    files = (path for path in sorted(GOLDEN.rglob("*")) if path.is_file())
    return [path for path in files if path.relative_to(GOLDEN).parts[0] not in names]


def digest() -> str:
    """All that the features and the examples become, in one number."""
    texts = {each.name: each.texts() for each in chain(features(), examples())}
    return sha256(json.dumps(texts).encode()).hexdigest()
