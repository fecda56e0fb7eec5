"""A feature: a folder with a workspace that shows one ability of the language, and what the compiler takes it for.

`expected/project.txt` is the dump of the project; `expected/diagnostics.txt` is there only where warnings are told.
`expected/sources.txt` is the map from what is generated to the specs. Any other expected file is one that the compiler
makes of the workspace, under its own path.
The workspace is laid like that of a case: `spec/`, or an `arrange.py` for what no repository can hold.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from framework import symbols
from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project
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

    def expected_files(self) -> set[str]:
        known = (path.relative_to(self.expected).as_posix() for path in self.expected.rglob("*") if path.is_file())
        return set(known) - {"project.txt", "diagnostics.txt"}

    def texts(self) -> dict[str, str]:
        """The expected files as they would be today, by their paths. Which of the made files are expected, the folder
        says: put an empty one there and bless it."""
        with tempfile.TemporaryDirectory() as scratch:
            root = Path(scratch) / "workspace"
            Case(self.folder).lay(root)
            report = Report()
            project = compile_project(root, report).project
            asked = self.expected_files() if project else set()
            made = compile_files(project, report) if project and asked else {}
        found = {"project.txt": dump(project)} if project else {}
        found |= {path: file.text for path, file in made.items() if path in asked}
        if "sources.txt" in asked:
            found["sources.txt"] = symbols.render({path: file.symbols for path, file in made.items() if file.symbols})
        told = "".join(f"{line(each)}\n" for each in report.diagnostics)
        return {**found, "diagnostics.txt": told} if told else found


def features() -> list[Feature]:
    return [Feature(folder) for folder in sorted(FEATURES.iterdir()) if folder.is_dir()]


def texts_in(folder: Path) -> dict[str, str]:
    """Every file below a folder, byte by byte, by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8") for path in files}
