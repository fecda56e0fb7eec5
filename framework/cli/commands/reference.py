"""`autogen reference`: the reference of the language, the command or the rules, as Markdown."""

from argparse import ArgumentParser, Namespace

from framework.cli.command import Command
from framework.cli.console import Console

EXAMPLE = """\
autogen reference spec              every file, key and type of the language
autogen reference cli > cli.md      every verb and option
autogen reference rules             every code of a diagnostic"""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("part", choices=("spec", "cli", "rules"), metavar="PART", help="spec, cli or rules")


def _run(arguments: Namespace, console: Console) -> int:
    text = PARTS[arguments.part]()
    if console.format == "json":
        from framework.diagnostics import json

        text = json.dumps({"version": json.VERSION, "markdown": text})
    console.show(text)
    return 0


def _spec() -> str:
    from framework.spec import reference

    return reference.markdown()


def _cli() -> str:
    from framework.cli import manual
    from framework.cli.app import commands

    return manual.command(commands())


def _rules() -> str:
    from framework import catalogue
    from framework.cli import manual

    return manual.rules(catalogue.codes().values())


PARTS = {"spec": _spec, "cli": _cli, "rules": _rules}

COMMAND = Command("reference", "the reference of the language, the command or the rules", EXAMPLE, _arguments, _run)
