"""`autogen explain`: what a code means and what to do about it, or which line of a spec generated code is made from."""

import re
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from framework.cli.command import Command
from framework.cli.console import Console
from framework.cli.refusal import Refusal
from framework.diagnostics import Code, Span, nearest

if TYPE_CHECKING:
    from framework.cli.trace import Trace

EXAMPLE = """\
autogen explain LOW001                            by code
autogen explain unknown-key                       by name
autogen explain --all                             every code on a line
autogen explain shared/generated/schemas.py:42    the line of a spec behind one of generated code"""

_PLACE = re.compile(r"[:/\\.]")
"""No code and no name of one holds any of these."""


def _arguments(parser: ArgumentParser) -> None:
    told = "a code or its name, in any case; or a line of a generated file"
    parser.add_argument("asked", nargs="?", metavar="CODE|FILE:LINE", help=told)
    parser.add_argument("--all", action="store_true", help="list every code")


def _run(arguments: Namespace, console: Console) -> int:
    if arguments.all == (arguments.asked is not None):
        raise Refusal("name a code, or ask for --all", "see `autogen explain --help`")
    if not arguments.all and _PLACE.search(arguments.asked):
        return _traced(arguments.asked, console)
    from framework import catalogue
    from framework.diagnostics import json, page

    known = catalogue.codes()
    chosen = list(known.values()) if arguments.all else [_found(arguments.asked, known)]
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


def _traced(asked: str, console: Console) -> int:
    from framework.cli.trace import trace

    found = trace(console, asked)
    if console.format == "json":
        from framework.diagnostics import json

        console.show(json.dumps({"version": json.VERSION, "origin": _data(found)}))
    else:
        console.show(_told(found, console))
    return 0


def _told(found: "Trace", console: Console) -> str:
    from framework.cli.trace import read
    from framework.diagnostics import text

    entry, symbol = found.entry, found.symbol
    made = f"(of the generator {entry.generator}, {entry.kind})"
    if symbol is None:
        whole = f"{entry.path} {made} is made from {', '.join(found.specs)}"
        return f"{whole}; no single declaration stands behind line {found.line}"
    span = Span(symbol.file, symbol.line, symbol.column, symbol.line, symbol.end)
    notes = [f"makes {found.name} in {entry.path} {made}", *([found.note] if found.note else [])]
    return text.passage(span, symbol.what, read(console, symbol.file), text.Style(console.color, console.width), notes)


def _data(found: "Trace") -> dict[str, object]:
    """Like a diagnostic: what does not apply is left out."""
    entry, symbol = found.entry, found.symbol
    made = {"file": entry.path, "line": found.line, "class": entry.kind, "generator": entry.generator}
    if symbol is None:
        return {"specs": list(found.specs), "generated": made}
    place = {"file": symbol.file, "line": symbol.line, "column": symbol.column, "end_column": symbol.end}
    told = {"what": symbol.what, "generated": {**made, "symbol": found.name}}
    return {**place, **told, **({"note": found.note} if found.note else {})}


COMMAND = Command("explain", "the page of a diagnostic, or the origin of generated code", EXAMPLE, _arguments, _run)
