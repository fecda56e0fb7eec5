"""A file among generated ones that autogen has not written.

## What it does
Finds modules in a folder `generated/` that the manifest does not list. Where nothing was ever generated, there is
nothing to compare with.

## Why is this bad
What lies in such a folder is taken to be made from the specs: no rule looks into it, and no reader does.
"""

from collections.abc import Iterator

from framework.diagnostics import Code, Span
from framework.lint.contract.written import entries, on_disk
from framework.lint.rule import Finding, Rule, Site, Workspace
from framework.lint.where import kind_of

CODE = Code(
    "GEN005",
    "foreign-file",
    "the file stands among generated ones, and autogen has not written it",
    "What lies in a folder of generated code is taken to be made from the specs: no rule looks into it, and no reader "
    "does.",
    "move it out of the folder; if it is what an earlier version has generated, delete it",
    what="Finds modules in a folder `generated/` that the manifest does not list.",
)


def _check(site: Site) -> Iterator[Finding]:
    """Nothing of one node: a file is listed or not."""
    return iter(())


def _whole(workspace: Workspace) -> Iterator[Finding]:
    listed = {entry.path for entry in entries(workspace)}
    for path in workspace.code.modules.paths if listed else ():
        if kind_of(path) == "generated" and path not in listed and (on_disk(workspace, path) or b"").strip():
            yield Finding(Span(path))


RULE = Rule(CODE, (), _check, whole=_whole)
