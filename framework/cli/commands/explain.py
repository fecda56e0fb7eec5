"""`autogen explain`: what a code means, and what to do about it."""

from argparse import ArgumentParser, Namespace

from framework.cli.command import Command
from framework.cli.console import Console
from framework.cli.refusal import Refusal
from framework.diagnostics import Code, nearest

EXAMPLE = """\
autogen explain LOW001          by code
autogen explain unknown-key     by name
autogen explain --all           every code on a line"""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", metavar="CODE", help="a code or its name, in any case")
    parser.add_argument("--all", action="store_true", help="list every code")


def _run(arguments: Namespace, console: Console) -> int:
    from framework import catalogue
    from framework.diagnostics import json, page

    if arguments.all == (arguments.code is not None):
        raise Refusal("name a code, or ask for --all", "see `autogen explain --help`")
    known = catalogue.codes()
    chosen = list(known.values()) if arguments.all else [_found(arguments.code, known)]
    if console.format == "json":
        console.show(json.dumps({"version": json.VERSION, "codes": [page.data(code) for code in chosen]}))
    else:
        console.show(page.listing(chosen) if arguments.all else page.text(chosen[0]))
    return 0


def _found(asked: str, known: dict[str, Code]) -> Code:
    word = asked.strip().lower()
    for code in known.values():
        if word in (code.id.lower(), code.name):
            return code
    guess = nearest(word.upper(), known) or nearest(word, {code.name for code in known.values()})
    hint = f"did you mean '{guess}'?" if guess else "`autogen explain --all` lists the codes"
    raise Refusal(f"there is no code '{asked}'", hint)


COMMAND = Command("explain", "the page of a diagnostic", EXAMPLE, _arguments, _run)
