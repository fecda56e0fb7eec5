"""The command line, by argparse: what else there is costs an import that every run would pay."""

import re
from argparse import SUPPRESS, Action, ArgumentParser, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Iterable, Iterator
from typing import NoReturn, TextIO, cast

from framework import __version__
from framework.cli.command import Command
from framework.cli.console import COLORS, FORMATS
from framework.cli.refusal import Refusal
from framework.cli.stream import Stream
from framework.diagnostics import nearest

EXAMPLE = "autogen validate\nautogen generate --check\nautogen explain LOW001"
EXITS = {
    0: "done, nothing to say",
    1: "findings, and nothing was written",
    2: "could not run: bad usage, an unreadable disk, or a bug in autogen",
    3: "written, and conflicts are left for you",
}

_CHOICE = re.compile(r"invalid choice: '([^']*)'")
_UNKNOWN = re.compile(r"unrecognized arguments: (\S+)")


class Parser(ArgumentParser):
    """Does not end the process: the console says what is wrong, so that a program still gets its document."""

    def error(self, message: str) -> NoReturn:
        found = _CHOICE.search(message) or _UNKNOWN.search(message)
        word = found.group(1) if found else ""
        guess = nearest(word.split("=")[0], self._words(word))
        hint = f"did you mean '{guess}'?" if guess else f"see `{self.prog} --help`"
        raise Refusal(message, hint)

    def _print_message(self, message: str, file: object = None) -> None:
        """Help and version go where all else goes: a pipe may be closed, a disk may be full."""
        Stream(cast(TextIO | None, file)).write(message)

    def _words(self, word: str) -> Iterable[str]:
        for parser in (self, *children(self).values()):
            for action in parser._actions:
                yield from action.option_strings if word.startswith("-") else action.choices or ()


def build(commands: Iterable[Command]) -> Parser:
    """The whole command line. The global options may stand before the verb or behind it."""
    parser = Parser(
        prog="autogen",
        description="Specs in YAML, checked before anything is written.",
        epilog=f"examples:\n{_indented(EXAMPLE)}\n\nexit codes:\n{_exits()}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"autogen {__version__}")
    _global(parser)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    for command in commands:
        verb = verbs.add_parser(
            command.name,
            help=command.help,
            description=f"{command.help[:1].upper()}{command.help[1:]}.",
            epilog=f"examples:\n{_indented(command.example)}",
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.arguments(verb)
        _global(verb)
        verb.set_defaults(command=command)
    return parser


def children(parser: ArgumentParser) -> dict[str, ArgumentParser]:
    """The parsers of the verbs, in their order."""
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            return dict(action.choices)
    return {}


def described(parser: ArgumentParser) -> Iterator[Action]:
    """The arguments that a reader wants to see: not `--help`, and not the verbs."""
    for action in parser._actions:
        if action.help is not SUPPRESS and action.dest != "help" and not isinstance(action, _SubParsersAction):
            yield action


def _global(parser: ArgumentParser) -> None:
    """Without defaults: the parser of a verb would write its own over what stood before the verb."""
    options = parser.add_argument_group("global options")
    options.add_argument("--root", metavar="DIR", default=SUPPRESS, help="the workspace; default: found upward")
    options.add_argument("--output", choices=FORMATS, default=SUPPRESS, help="the format of the result")
    options.add_argument("--color", choices=COLORS, default=SUPPRESS, help="default: auto; NO_COLOR is respected")
    options.add_argument("-q", "--quiet", action="store_true", default=SUPPRESS, help="findings only")


def _indented(lines: str) -> str:
    return "\n".join(f"  {line}" for line in lines.splitlines())


def _exits() -> str:
    return "\n".join(f"  {code}  {meaning}" for code, meaning in EXITS.items())
