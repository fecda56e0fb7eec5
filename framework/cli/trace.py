"""From a line of generated code to the line of the spec that it is made from.

The map of the last `generate` is believed while nothing has changed since then. Otherwise the specs are compiled as
they are now: whoever asks is about to open one of them, and a line that has moved would send them to the wrong place.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framework import symbols
from framework.cli.console import Console
from framework.cli.refusal import Refusal
from framework.cli.scope import scope
from framework.output import disk, fingerprint, manifest
from framework.output.manifest import Entry
from framework.symbols import Symbol

_ASKED = re.compile(r"(.+?):(\d+)(?:[:\s].*)?", re.DOTALL)
_HEADER = re.compile(r"Made by `autogen generate` from (.+)\. Edit (?:that|those), not this ")
_BREAK = re.compile("\r\n|\n|\r")

MOVED = "the specs have changed since the last `autogen generate`; this is the line as it is now"
OLD = "the specs have changed since the last `autogen generate`; the line may have moved"


@dataclass(frozen=True, slots=True)
class Trace:
    """`entry` is the generated file, `line` the one that was asked for. Where no symbol stands around it, `symbol` is
    None, and `specs` are the files and folders that the whole file is made from."""

    entry: Entry
    line: int
    name: str = ""
    symbol: Symbol | None = None
    specs: tuple[str, ...] = ()
    note: str = ""


def trace(console: Console, word: str) -> Trace:
    """What a `path:line` leads to. A column behind it, or the rest of a complaint, is not looked at."""
    asked = _ASKED.fullmatch(word)
    if asked is None:
        raise Refusal(f"'{word}' names no line", "write it as path/to/generated.py:42")
    entry, line = _entry(console, asked[1]), int(asked[2])
    lines = read(console, entry.path)
    if not 0 < line <= len(lines):
        raise Refusal(f"{entry.path} has no line {line}", f"its last one is {len(lines)}")
    name = _enclosing(entry.path, "\n".join(lines), line) if entry.path.endswith(".py") else ""
    found = _found(console, entry, name) if name else None
    if found is not None:
        return Trace(entry, line, found[0], found[1], note=found[2])
    specs = tuple(_specs(lines))
    if not specs:
        hint = "ask for a line of a class, a function or a constant of a generated Python file"
        raise Refusal(f"line {line} of {entry.path} is made from no one line of a spec", hint)
    return Trace(entry, line, specs=specs)


def read(console: Console, path: str) -> Sequence[str]:
    """The lines of a file as editors count them."""
    data = disk.read(os.path.join(console.root, path)) or b""
    lines = _BREAK.split(data.decode("utf-8", "replace").removeprefix("\ufeff"))
    return lines if lines[-1] else lines[:-1]


def _entry(console: Console, word: str) -> Entry:
    from framework.diagnostics import Report

    path = scope(console.root, [word]).paths[0]
    report = Report()
    known = manifest.read(str(console.root), report)
    if known is None:
        fault = report.diagnostics[0]
        raise Refusal(f"{fault.span.file}: {fault.message}", fault.hint)
    if not known.entries:
        raise Refusal("nothing is generated in this workspace yet", "run `autogen generate`")
    for entry in known.entries:
        if entry.path == path:
            return entry
    raise Refusal(f"autogen did not write '{path}'", f"{manifest.FILE} lists what it wrote")


def _enclosing(path: str, text: str, line: int) -> str:
    try:
        return symbols.enclosing(text, line)
    except (SyntaxError, ValueError, RecursionError) as fault:
        raise Refusal(f"{path} is no Python that can be read: {fault}") from fault


def _found(console: Console, entry: Entry, name: str) -> tuple[str, Symbol, str] | None:
    """The innermost symbol that is known, by today's specs if they know it as well as the map does."""
    old = _map(console, entry.path)
    if old is not None and fingerprint.recall(str(console.root)) is not None:
        known = symbols.nearest(old, name)
        return (known, old[known], "") if known else None
    new = _compiled(console, entry.path)
    if new is None and old is None:
        raise Refusal(
            "there is no map of generated code yet, and the specs hold errors",
            "see `autogen validate`, then run `autogen generate`",
        )
    fresh, kept = symbols.nearest(new or {}, name), symbols.nearest(old or {}, name)
    if fresh and new is not None and len(fresh) >= len(kept):
        return fresh, new[fresh], "" if old is not None and old.get(fresh) == new[fresh] else MOVED
    return (kept, old[kept], OLD) if kept and old is not None else None


def _map(console: Console, path: str) -> Mapping[str, Symbol] | None:
    """None where there is no map, or none that this version reads."""
    data = disk.read(os.path.join(console.root, symbols.FILE))
    try:
        return None if data is None else symbols.section(data, path)
    except ValueError:
        return None


def _compiled(console: Console, path: str) -> Mapping[str, Symbol] | None:
    """None where the specs hold an error."""
    from framework.diagnostics import Report
    from framework.pipeline import compile_files, compile_project

    report = Report()
    project = compile_project(console.root, report).project
    files = compile_files(project, report) if project is not None else {}
    return None if report.failed else files[path].symbols if path in files else {}


def _specs(lines: Sequence[str]) -> Iterator[str]:
    """What the first line of a generated file says that it is made from."""
    header = _HEADER.search(lines[0])
    if header is not None:
        yield from re.split(", | and ", header[1])
