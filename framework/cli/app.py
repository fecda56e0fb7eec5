"""The command: joins the verbs that it finds, and lets no exception reach the user as a traceback."""

import atexit
import errno
import gc
import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import cast

from framework import catalogue
from framework.cli.command import Command
from framework.cli.console import FORMATS, Console, Format, Settings
from framework.cli.parser import build
from framework.cli.refusal import Refusal

COMMANDS = "framework.cli.commands"
INTERRUPTED = 130
INSTALL = 'install the compiler: pip install "autogen-spec[compiler]"'

# What a machine can do to a program. Any other OSError says that a file was not where the program had put it.
MACHINE = frozenset({
    errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE,
    errno.ELOOP, errno.ENAMETOOLONG, errno.ESTALE, errno.ETXTBSY, errno.EFBIG,
})  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code."""
    if argv is None:
        # A short process ends before its garbage could matter; looking for it is a good part of a run.
        gc.disable()
        gc.freeze()
        # The interpreter looks for it once more on its way out, and passes over what is frozen by then.
        atexit.register(gc.freeze)
    words = list(sys.argv[1:] if argv is None else argv)
    console = Console(Settings(output=_format(words, os.environ)))
    try:
        arguments = build(commands()).parse_args(words)
        console = Console(_settings(arguments, console.format))
        return _run(arguments, console)
    except SystemExit as end:  # argparse ends `--help` and `--version` so
        return end.code if isinstance(end.code, int) else 0
    except Refusal as refusal:
        return console.refuse(refusal.message, refusal.hint)
    except KeyboardInterrupt:
        console.note("autogen: interrupted")
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001  # whatever it is, the user is not to read a traceback
        return _failed(fault, words, console)


def commands() -> list[Command]:
    """Every verb, by name."""
    found = (cast(Command, command) for command in catalogue.collect(COMMANDS, "COMMAND").values())
    return sorted(found, key=lambda command: command.name)


def _run(arguments: Namespace, console: Console) -> int:
    if arguments.verb is None:
        raise Refusal("a verb is missing", "see `autogen --help`")
    return cast(Command, arguments.command).run(arguments, console)


def _settings(arguments: Namespace, output: Format) -> Settings:
    return Settings(
        root=getattr(arguments, "root", None),
        output=output,
        color=getattr(arguments, "color", "auto"),
        quiet=getattr(arguments, "quiet", False),
        strict=getattr(arguments, "strict", False),
    )


def _format(words: Sequence[str], environ: Mapping[str, str]) -> Format:
    """Read before the arguments are parsed: a program that asks for a document gets one for bad arguments too."""
    asked = ""
    for index, word in enumerate(words):
        if word == "--":
            break
        if word == "--output" and index + 1 < len(words):
            asked = words[index + 1]
        elif word.startswith("--output="):
            asked = word.removeprefix("--output=")
    for known in FORMATS:
        if asked == known:
            return known
    return "github" if environ.get("GITHUB_ACTIONS") == "true" and not asked else "text"


def _failed(fault: Exception, words: Sequence[str], console: Console) -> int:
    if isinstance(fault, OSError) and fault.errno in MACHINE:
        where = f"{fault.filename}: " if fault.filename else ""
        return console.refuse(f"{where}{fault.strerror}")
    if isinstance(fault, ModuleNotFoundError) and not (fault.name or "").startswith("framework"):
        return console.refuse(f"{fault.name} is not installed", INSTALL)
    from framework.cli.crash import keep
    from framework.output.unwritten import Unwritten

    if isinstance(fault, Unwritten):
        return console.refuse(fault.message, fault.hint)
    reason = " ".join(f"{type(fault).__name__}: {fault}".split())[:300]
    return console.refuse(f"this is a bug in autogen: {reason}", keep(fault, words))
