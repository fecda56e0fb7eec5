"""`autogen lint`: the guard over hand-written code."""

from argparse import ArgumentParser, Namespace

from framework.cli.command import Command, strict
from framework.cli.console import Console
from framework.cli.scope import scope

EXAMPLE = """\
autogen lint                                          the whole workspace
autogen lint services/backend/src/controllers         the findings of one folder
autogen lint --fix                                    repair what has one safe repair
autogen lint --raise-budget                           accept the suppressions that there are
autogen lint --output github                          for CI"""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="show only the findings of these files and folders")
    parser.add_argument("--fix", action="store_true", help="apply the safe fixes")
    parser.add_argument(
        "--unsafe-fixes", action="store_true", help="apply those too that may change what the code does"
    )
    parser.add_argument("--raise-budget", action="store_true", help="write the count of suppressions into the budget")
    strict(parser)


def _run(arguments: Namespace, console: Console) -> int:
    from framework.cli.guard import guard

    return guard(console, arguments, scope(console.root, arguments.paths))


COMMAND = Command("lint", "find what bypasses the specs in hand-written code", EXAMPLE, _arguments, _run)
