"""A file that autogen owns was edited by hand.

## What it does
Compares every owned file with the digest that the manifest has of it.

## Why is this bad
An owned file says what the specs say. An edit in it is lost with the next run, and until then code and specs disagree.
"""

from collections.abc import Iterator

from framework.diagnostics import Code, Span
from framework.lint.contract.written import entries, on_disk
from framework.lint.rule import Finding, Rule, Site, Workspace
from framework.output.disk import digest

CODE = Code(
    "GEN001",
    "edited-file",
    "the file is autogen's, and was edited by hand",
    "An owned file says what the specs say. An edit in it is lost with the next run, and until then code and specs "
    "disagree.",
    "change the spec that it is made from and run `autogen generate`; `autogen generate --restore {path}` keeps the "
    "edit in the rescue store and writes the file again",
    what="Compares every owned file with the digest that the manifest has of it.",
)


def _check(site: Site) -> Iterator[Finding]:
    """Nothing of one node: a file is edited or not."""
    return iter(())


def _whole(workspace: Workspace) -> Iterator[Finding]:
    for entry in entries(workspace):
        data = on_disk(workspace, entry.path) if entry.kind == "owned" else None
        if data is not None and digest(data) != entry.digest:
            yield Finding(Span(entry.path), {"path": entry.path})


RULE = Rule(CODE, (), _check, whole=_whole)
