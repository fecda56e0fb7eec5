"""`autogen validate`: read and check the specs."""

from argparse import ArgumentParser, Namespace

from framework.cli.command import Command, strict
from framework.cli.console import Console, Outcome


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="show the findings of these files or folders only")
    parser.add_argument("--fix", action="store_true", help="apply the safe fixes; comments and layout stay")
    strict(parser)


def _run(arguments: Namespace, console: Console) -> int:
    from framework.diagnostics import Report
    from framework.pipeline import compile_project

    report = Report()
    compiled = compile_project(console.root, report)
    return console.finish(report.diagnostics, Outcome(len(compiled.tree.files), compiled.tree.lines, done="ok"))


COMMAND = Command("validate", "read and check the specs", "autogen validate", _arguments, _run)
