"""`autogen validate`: read and check the specs."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from framework.cli.command import Command, strict
from framework.cli.console import Console, Outcome
from framework.cli.scope import Scope, scope

if TYPE_CHECKING:
    from framework.diagnostics import Diagnostic
    from framework.pipeline import Compiled

SHOWN = 5
EXAMPLE = """\
autogen validate                                      the whole workspace
autogen validate services/backend/spec                the findings of one folder
autogen validate --fix                                repair what has one safe repair
autogen validate --output json                        for a program"""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="show only the findings of these files and folders")
    parser.add_argument("--fix", action="store_true", help="apply the safe fixes; comments and layout stay")
    strict(parser)


def _run(arguments: Namespace, console: Console) -> int:
    """The whole workspace is resolved whatever is shown of it: a name may be declared anywhere."""
    asked = scope(console.root, arguments.paths)
    if arguments.fix:
        from framework.cli.repair import repair

        done = repair(console.root, asked)
        return _finish(console, asked, done.compiled, done.diagnostics, (done.faults, done.files))

    from framework.diagnostics import Report
    from framework.pipeline import compile_project

    report = Report()
    compiled = compile_project(console.root, report)
    return _finish(console, asked, compiled, report.diagnostics)


def _finish(
    console: Console,
    asked: Scope,
    compiled: "Compiled",
    found: "Sequence[Diagnostic]",
    repaired: tuple[int, Sequence[str]] | None = None,
) -> int:
    shown = [one for one in found if asked.holds(one.span.file)]
    files = [file.path for file in compiled.tree.files]
    notes = [f"'{path}' holds no spec: nothing to check there" for path in asked.strangers([*files, *_places(found)])]
    if len(shown) < len(found):
        notes.append(f"not shown: {len(found) - len(shown)} findings in other files")
    extra: dict[str, object] = {}
    if repaired is not None:
        notes += _told(*repaired, left=len(shown))
        extra["fixed"] = {"diagnostics": repaired[0], "files": list(repaired[1])}
    checked = sum(asked.holds(file) for file in files)
    done = "" if shown else f"{checked} {'file' if checked == 1 else 'files'} checked, nothing wrong"
    return console.finish(shown, Outcome(len(files), compiled.tree.lines, extra, done, tuple(notes)))


def _places(found: "Sequence[Diagnostic]") -> list[str]:
    return [one.span.file for one in found]


def _told(faults: int, files: Sequence[str], left: int) -> list[str]:
    if not files:
        return ["nothing was repaired: what is left has no safe repair"] if left else []
    more = f" and {len(files) - SHOWN} more" if len(files) > SHOWN else ""
    what = f"repaired {faults} {'finding' if faults == 1 else 'findings'}" if faults else "named the schema"
    return [f"{what} in {', '.join(files[:SHOWN])}{more}"]


COMMAND = Command("validate", "read and check the specs", EXAMPLE, _arguments, _run)
