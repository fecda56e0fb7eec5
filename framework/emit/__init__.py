"""From the meaning to the files: every generator plans its artifacts, and each artifact is rendered."""

from typing import cast

from framework import catalogue
from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.templates import render
from framework.files import File, FileSet
from framework.ir import Project

__all__ = ["Artifact", "Generator", "emit"]

GENERATORS = "framework.emit.generators"


def emit(project: Project, report: Report) -> FileSet:
    """All that the generators make of a project that holds no error."""
    files: list[File] = []
    for folder, found in catalogue.collect(GENERATORS, "GENERATOR").items():
        generator = cast(Generator, found)
        if generator.name != folder:
            raise LookupError(f"the generator in {GENERATORS}.{folder} is named {generator.name!r}")
        files += (_file(generator, artifact) for artifact in generator.plan(project, report))
    return FileSet(files)


def _file(generator: Generator, artifact: Artifact) -> File:
    text = render(f"{generator.name}/{artifact.template}", artifact.path, artifact.view)
    made = (artifact.path, text, artifact.kind, generator.name, artifact.id)
    return File(*made, members=artifact.members, symbols=artifact.symbols)
