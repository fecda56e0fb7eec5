"""`autogen openapi`: the OpenAPI document of a service, byte for byte as `generate` writes it."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from framework.cli.command import Command
from framework.cli.console import Console, Outcome
from framework.cli.refusal import Refusal

if TYPE_CHECKING:
    from framework.ir import Project, Service

EXAMPLE = """\
autogen openapi                                 of the only service that has one
autogen openapi backend > backend.json          of one of several
autogen openapi backend --out docs/backend.json"""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("service", nargs="?", metavar="SERVICE", help="may be left out where only one has a document")
    parser.add_argument("--out", metavar="FILE", help="write it there; it is no file of `generate` then")


def _run(arguments: Namespace, console: Console) -> int:
    from framework.diagnostics import Report
    from framework.emit.generators import openapi
    from framework.pipeline import compile_project

    report = Report()
    compiled = compile_project(console.root, report)
    if compiled.project is None:
        return console.finish(report.diagnostics, Outcome(len(compiled.tree.files), compiled.tree.lines))
    text = openapi.text(_chosen(compiled.project, arguments.service))
    if arguments.out is None:
        console.show(text)
        return 0
    return _write(console, arguments.out, text)


def _chosen(project: "Project", asked: str | None) -> "Service":
    """The service that was named, or the only one that there is to name."""
    from framework.diagnostics import nearest
    from framework.emit.generators import openapi

    known = {service.name.text: service for service in openapi.services(project)}
    listed = (
        f"services with a document: {', '.join(known)}" if known else "no service of this workspace is called by HTTP"
    )
    if asked is None and len(known) == 1:
        return next(iter(known.values()))
    if asked is None:
        raise Refusal("name a service" if known else "there is no document to show", listed)
    if asked in known:
        return known[asked]
    if asked in (service.name.text for service in project.services):
        raise Refusal(f"the service '{asked}' has no operation that is called by HTTP", listed)
    guess = nearest(asked, known)
    raise Refusal(f"there is no service '{asked}'", f"did you mean '{guess}'?" if guess else listed)


def _write(console: Console, out: str, text: str) -> int:
    from framework.output.loose import write_files

    path = Path(os.path.abspath(out))
    if not out or path.is_dir():
        raise Refusal(f"--out: '{out}' is no file", "name a file, or leave it out to print the document")
    written = write_files(path.parent, {path.name: text})
    extra: dict[str, object] = {"file": str(path), "written": bool(written)}
    return console.finish([], Outcome(extra=extra, done=f"{out} {'written' if written else 'is up to date'}"))


COMMAND = Command("openapi", "the OpenAPI document of a service", EXAMPLE, _arguments, _run)
