"""A feature: a folder with a workspace that shows one ability of the language, and what the compiler takes it for.

`expected/project.txt` is the dump of the project; `expected/diagnostics.txt` is there only where warnings are told.
The workspace is laid like that of a case: `spec/`, or an `arrange.py` for what no repository can hold.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from framework.diagnostics import Report
from framework.pipeline import compile_project
from tests.case import Case, line
from tests.dump import dump

FEATURES = Path(__file__).parent / "features"


@dataclass(frozen=True)
class Feature:
    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def expected(self) -> Path:
        return self.folder / "expected"

    def texts(self) -> dict[str, str]:
        """The expected files as they would be today, by their paths."""
        with tempfile.TemporaryDirectory() as scratch:
            root = Path(scratch) / "workspace"
            Case(self.folder).lay(root)
            report = Report()
            project = compile_project(root, report).project
        found = {"project.txt": dump(project)} if project else {}
        told = "".join(f"{line(each)}\n" for each in report.diagnostics)
        return {**found, "diagnostics.txt": told} if told else found


def features() -> list[Feature]:
    return [Feature(folder) for folder in sorted(FEATURES.iterdir()) if folder.is_dir()]


def texts_in(folder: Path) -> dict[str, str]:
    """Every file below a folder, byte by byte, by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8") for path in files}
