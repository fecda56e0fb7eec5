"""Suppressions: `# allow: MOD001 until 2027-03-01 -- reason`. Each costs a reason and a date, and one without work is
a finding itself. `noqa` means nothing here."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from framework.diagnostics import Code, Diagnostic, Edit, Fix, Report, Span
from framework.lint.code.files import BREAK, Parsed
from framework.lint.where import Kind

BAD = "# services/backend/src/titles.py\n{comment}\nLONGEST = 200"
GOOD = "# services/backend/src/titles.py\nLONGEST = 200"
FORM = "`# allow: CODE until YYYY-MM-DD -- reason`"

MALFORMED = Code(
    "ALW001",
    "malformed-allow",
    "this allows nothing: {problem}",
    "A suppression is a debt. Without its code, its day and its reason nobody can tell when it is paid.",
    f"write {FORM}, the codes separated by commas",
    BAD.format(comment="# allow: MOD001"),
    GOOD,
)
UNKNOWN = Code(
    "ALW002",
    "unknown-allow",
    "no rule that may be allowed has the code '{name}'",
    "What names no rule silences nothing, and reads as if it did.",
    "`autogen reference rules` lists the codes; what the specs and the guard's own reading find cannot be allowed",
    BAD.format(comment="# allow: MOD999 until 2099-01-01 -- the import of the old catalogue"),
    GOOD,
)
EXPIRED = Code(
    "ALW003",
    "expired-allow",
    "this was allowed until {day}",
    "The day was set so that the debt comes up again; from the next day on the finding counts.",
    "do what the finding asks for, or set another day and say why",
    BAD.format(comment="# allow: MOD001 until 2020-01-01 -- the import of the old catalogue"),
    GOOD,
)
UNUSED = Code(
    "ALW004",
    "unused-allow",
    "there is no {name} here to be allowed",
    "A suppression that silences nothing would silence the next fault at its place.",
    "remove it",
    BAD.format(comment="# allow: MOD001 until 2099-01-01 -- the import of the old catalogue"),
    GOOD,
)

_COMMENT = re.compile(r"#\s*allow\s*:\s*(.*)", re.I)
_FORM = re.compile(r"([A-Z]{3}\d{3}(?:\s*,\s*[A-Z]{3}\d{3})*)\s+until\s+(\S+)\s+--\s+(\S.*)\Z")
_ANYWHERE = re.compile(r"#\s*allow\s*:", re.I)
SHORTEST_REASON = 10


@dataclass(frozen=True, slots=True)
class Allowance:
    """A suppression: `line` is the line that it speaks of, `gap` the room between it and the code. One that
    is malformed says what is wrong."""

    span: Span
    line: int
    gap: int
    codes: tuple[str, ...] = ()
    until: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with all that was found in it, and what it asks to be allowed."""

    path: str
    kind: Kind
    found: tuple[Diagnostic, ...]
    allowances: tuple[Allowance, ...] = ()
    imports: tuple[str, ...] = ()

    def with_(self, found: Diagnostic) -> Checked:
        return replace(self, found=(*self.found, found))


@dataclass(frozen=True, slots=True)
class Left:
    """`used` counts the findings that are allowed, `places` says where, by code."""

    used: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


def read(parsed: Parsed) -> tuple[Allowance, ...]:
    """The suppressions of a file."""
    if not _ANYWHERE.search(parsed.text):
        return ()
    lines = BREAK.split(parsed.text)
    found = []
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(parsed.text).readline))
    except (tokenize.TokenError, SyntaxError):
        return ()
    code = sorted({token.start[0] for token in tokens if token.type not in _BESIDE})
    for token in tokens:
        comment = _COMMENT.match(token.string) if token.type == tokenize.COMMENT else None
        if comment:
            line, column = token.start
            span = Span(parsed.path, line, column + 1, line, token.end[1] + 1)
            before = lines[line - 1][:column]
            alone = not before.strip()
            gap = -1 if alone else len(before) - len(before.rstrip())
            target = next((number for number in code if number > line), line) if alone else line
            found.append(_read(comment.group(1).strip(), span, (target, gap)))
    return tuple(found)


_BESIDE = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


def _read(words: str, span: Span, place: tuple[int, int]) -> Allowance:
    line, gap = place
    form = _FORM.match(words)
    if form is None:
        return Allowance(span, line, gap, problem=_problem(words))
    codes = tuple(part.strip() for part in form.group(1).split(","))
    try:
        date.fromisoformat(form.group(2))
    except ValueError:
        return Allowance(span, line, gap, problem=f"'{form.group(2)}' is no day")
    if len(form.group(3).strip()) < SHORTEST_REASON:
        return Allowance(span, line, gap, problem=f"the reason has less than {SHORTEST_REASON} characters")
    return Allowance(span, line, gap, codes, form.group(2))


def _problem(words: str) -> str:
    if not re.match(r"[A-Z]{3}\d{3}\b", words):
        return "it names no code"
    if not re.search(r"\buntil\b", words):
        return "it has no day on which it ends"
    return "it has no reason" if not re.search(r"--\s*\S", words) else f"it is not of the form {FORM}"


def apply(checked: Mapping[str, Checked], day: date, report: Report) -> Left:
    """Report what is found and not allowed, and what is wrong with the suppressions."""
    places: dict[str, list[Span]] = {}
    for path in sorted(checked):
        file = checked[path]
        silent = {id(one) for one in _silenced(file, day, places, report)}
        for found in file.found:
            if id(found) not in silent:
                report.keep(found)
    used = {code: len(spans) for code, spans in sorted(places.items())}
    return Left(used, {code: tuple(spans) for code, spans in places.items()})


def _silenced(file: Checked, day: date, places: dict[str, list[Span]], report: Report) -> list[Diagnostic]:
    silent: list[Diagnostic] = []
    for allowance in file.allowances:
        if allowance.problem:
            report.add(MALFORMED, allowance.span, problem=allowance.problem)
            continue
        if date.fromisoformat(allowance.until) < day:
            report.add(EXPIRED, allowance.span, day=allowance.until)
            continue
        for code in allowance.codes:
            if code not in allowed():
                report.add(UNKNOWN, allowance.span, name=code)
                continue
            here = [one for one in file.found if one.span.line == allowance.line and one.code.id == code]
            if not here:
                fix = _removal(allowance) if len(allowance.codes) == 1 else None
                report.add(UNUSED, allowance.span, name=code, fix=fix)
            silent += here
            places.setdefault(code, []).extend(allowance.span for _ in here)
    return silent


def _removal(allowance: Allowance) -> Fix:
    """Takes a comment away with the gap before it, and a line that holds nothing else as a whole."""
    span = allowance.span
    if allowance.gap < 0:
        return Fix((Edit(span.file, (span.line, 1), (span.line + 1, 1), ""),))
    return Fix((Edit(span.file, (span.line, span.column - allowance.gap), (span.line, span.end_column), ""),))


@cache
def allowed() -> frozenset[str]:
    """The codes that a suppression may name: those of the rules."""
    from framework.lint.engine import rules

    return frozenset(rule.code.id for rule in rules())


__all__ = ["Allowance", "Checked", "Left", "allowed", "apply", "read"]
