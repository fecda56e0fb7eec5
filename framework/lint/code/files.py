"""One Python file: from bytes to its scopes. Whatever is wrong with it is a finding, never an exception."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from framework.diagnostics import Code, Report, Span
from framework.lint.code.reading import Reader
from framework.lint.code.scopes import Scope, Sites

LARGEST = 4 * 1024 * 1024
DEEPEST = 3_000
"""Recursion of the parser, which does take the stack of the machine."""

UNREADABLE = Code(
    "LNT001",
    "unreadable-code",
    "the file cannot be read: {reason}",
    "The guard answers for every file of a service; one that it cannot read may hold anything.",
    "check that the file exists, that you may read it, and that it is saved in the encoding that it names",
)
UNPARSED = Code(
    "LNT002",
    "unparsed-code",
    "this is no Python: {problem}",
    "What does not parse cannot be judged, and cannot be started either.",
    "correct the line, or the one before it",
    "# services/backend/src/titles.py\ndef title(text: str -> str:\n    return text.title()",
    "# services/backend/src/titles.py\ndef title(text: str) -> str:\n    return text.title()",
)
NEWER = Code(
    "LNT003",
    "newer-python",
    "this is Python {needed}, and an older one runs the guard",
    "The grammar of a file is that of the Python which reads it: an older one cannot judge a newer file.",
    "run autogen under Python {needed}, or write it in the older form",
)
TOO_DEEP = Code(
    "LNT004",
    "code-too-deep",
    "the code is nested too deep to be read",
    "No person wrote that depth; it is data, or an attack on the reader.",
    "keep data in a file of its own that is no Python",
)

BREAK = re.compile(r"\r\n|\n|\r")
"""What ends a line for Python; a text has other line ends, too."""

_NEWER = (
    (re.compile(r"^\s*type\s+\w+\s*(\[.*\])?\s*="), "3.12"),
    (re.compile(r"^\s*(async\s+)?def\s+\w+\s*\["), "3.12"),
    (re.compile(r"^\s*class\s+\w+\s*\["), "3.12"),
    (re.compile(r"f['\"].*\{.*['\"]"), "3.12"),
    (re.compile(r"\bt(['\"])"), "3.14"),
    (re.compile(r"^\s*except\s+\w+\s*,\s*\w+"), "3.14"),
)
"""What newer grammars allow on one line; asked only of a line that this Python refuses."""


@dataclass(frozen=True, eq=False, slots=True)
class Parsed:
    """A module as it was read. `text` has no mark of byte order."""

    path: str
    module: str
    text: str
    digest: str
    scope: Scope
    sites: Sites
    imports: Sequence[tuple[ast.Import | ast.ImportFrom, Scope]]


def read(path: Path, name: str, report: Report) -> bytes | None:
    try:
        if not path.is_file():
            report.add(UNREADABLE, Span(name), reason="it is no regular file")
            return None
        if path.stat().st_size > LARGEST:
            report.add(UNREADABLE, Span(name), reason=f"it has more than {LARGEST} bytes")
            return None
        return path.read_bytes()
    except OSError as fault:
        report.add(UNREADABLE, Span(name), reason=fault.strerror or "unknown fault")
        return None


def digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def decode(data: bytes, name: str, report: Report) -> str | None:
    """The text in the encoding that its first lines name, UTF-8 where they name none."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError) as fault:
        report.add(UNREADABLE, Span(name), reason=str(fault).split("\n")[0])
        return None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        report.add(UNREADABLE, Span(name, line, 1, line, 1), reason="it holds a null byte")
        return None
    return text.removeprefix("\ufeff")


def parse(data: bytes, name: str, module: str, report: Report, wanted: frozenset[type]) -> Parsed | None:
    text = decode(data, name, report)
    if text is None:
        return None
    try:
        tree = _tree(text)
        reader = Reader(name, module, wanted)
        scope = reader.read(tree)
    except SyntaxError as fault:
        _refused(fault, text, name, report)
        return None
    except (RecursionError, MemoryError):
        report.add(TOO_DEEP, Span(name))
        return None
    except ValueError as fault:
        report.add(UNREADABLE, Span(name), reason=str(fault))
        return None
    return Parsed(name, module, text, digest(data), scope, reader.sites, reader.imports)


def _tree(text: str) -> ast.Module:
    before = sys.getrecursionlimit()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sys.setrecursionlimit(DEEPEST)
        try:
            return ast.parse(text)
        finally:
            sys.setrecursionlimit(before)


def _refused(fault: SyntaxError, text: str, name: str, report: Report) -> None:
    lines = BREAK.split(text)
    line = min(max(fault.lineno or 1, 1), len(lines))
    column = min(max(fault.offset or 1, 1), len(lines[line - 1]) + 1)
    span = Span(name, line, column, line, column)
    for pattern, needed in _NEWER:
        if pattern.search(lines[line - 1]) and _number(needed) > sys.version_info[:2]:
            report.add(NEWER, span, needed=needed)
            return
    report.add(UNPARSED, span, problem=fault.msg or "it cannot be read")


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
