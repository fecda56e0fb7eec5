"""A case: a folder with one fault in a workspace, and the diagnostics that the compiler gives for it.

`spec/` is the root of the workspace. What no repository can hold (links, sizes, bytes) is made by an `arrange.py`
beside it: `def arrange(root: Path) -> None`. A fault that only shows when files are written comes with a second
function there, `def act(root: Path, report: Report) -> None`, that stands in for compiling.
"""

import runpy
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framework import output
from framework.diagnostics import Diagnostic, Report, Span
from framework.pipeline import compile_files, compile_project

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def code(self) -> str:
        return self.name.split("_")[0]

    @property
    def arranged(self) -> bool:
        return (self.folder / "arrange.py").exists()

    @property
    def expected(self) -> Path:
        return self.folder / "expected" / "diagnostics.txt"

    def lay(self, root: Path) -> None:
        """Put the workspace of the case at `root`."""
        if (self.folder / "spec").is_dir():
            shutil.copytree(self.folder / "spec", root, symlinks=True)
        else:
            root.mkdir(parents=True)
        if self.arranged:
            self._arrangement()["arrange"](root)

    def outcome(self, scratch: Path) -> str:
        """A line for each diagnostic."""
        root, report = scratch / "workspace", Report()
        self.lay(root)
        act = self._arrangement().get("act", compile_project) if self.arranged else compile_project
        act(root, report)
        return "".join(f"{line(found)}\n" for found in report.diagnostics)

    def _arrangement(self) -> dict[str, Any]:
        return runpy.run_path(str(self.folder / "arrange.py"))


def cases() -> list[Case]:
    return [Case(folder) for folder in sorted(CASES.iterdir()) if folder.is_dir() and folder.name != "__pycache__"]


def compiled(root: Path) -> list[Diagnostic]:
    report = Report()
    compile_project(root, report)
    return report.diagnostics


def generate(root: Path) -> None:
    """Write what the specs of a sound workspace say."""
    report = Report()
    compiled = compile_project(root, report)
    assert compiled.project is not None, report.diagnostics
    output.apply(output.plan(root, compile_files(compiled.project, report), report), compiled.tree, report)


def check(root: Path, report: Report) -> None:
    """What `generate --check` finds."""
    compiled = compile_project(root, report)
    if compiled.project is not None:
        plan = output.plan(root, compile_files(compiled.project, report), report)
        if not report.failed:
            output.drift(plan, report)


def line(found: Diagnostic) -> str:
    """A diagnostic with all that its reader may get to see, on one line."""
    code = found.code
    parts = [f"{place(found.span)} {code.id} {code.name} {code.severity}: {found.message}", f"hint: {found.hint}"]
    parts += [f"related: {place(related.span)} {related.message}" for related in found.related]
    if found.fix:
        kind = "safe fix" if found.fix.safe else "unsafe fix"
        edits = [f"{place(Span(edit.file, *edit.start, *edit.end))} {edit.text!r}" for edit in found.fix.edits]
        parts.append(f"{kind}: {', '.join(edits)}")
    return visible(" | ".join(parts))


def place(span: Span) -> str:
    return f"{span.file}:{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def visible(text: str) -> str:
    """What cannot be seen, and what would break the line, as an escape."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
