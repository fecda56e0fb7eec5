"""What a command is: a row of the help, its arguments, and the function that runs it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from framework.cli.console import Console


@dataclass(frozen=True, slots=True)
class Command:
    """`help` is the one line of the overview, `example` the lines below a command's own help. `run` gives the exit
    code; it raises `Refusal` where it cannot do what it was asked."""

    name: str
    help: str
    example: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Console], int]


def no_arguments(parser: ArgumentParser) -> None:
    """For a command that takes the global options alone."""


def strict(parser: ArgumentParser) -> None:
    """The option of every command that can end in warnings; `Console.finish` obeys it."""
    parser.add_argument("--strict", action="store_true", help="fail on warnings too")
