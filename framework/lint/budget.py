"""The budget of suppressions: a count for each code, in the repository. It falls as debts are paid; it rises only by
`autogen lint --raise-budget`, so that a review sees the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from framework.diagnostics import Code, Edit, Fix, Related, Report, Span
from framework.lint.allow import Left

FILE = ".autogen/allowances"
TITLE = (
    "# What `# allow:` may silence: a count for each code, written by `autogen lint --raise-budget`. Belongs into git."
)
SHOWN = 5

EXCEEDED = Code(
    "ALW005",
    "budget-exceeded",
    "{count} findings of {name} are allowed in the code, and {budget} in the budget",
    "One more exception never looks like much. The count stands in one file, so that the reviewer of a change sees it "
    "rise.",
    "do what the finding asks for; or run `autogen lint --raise-budget` and let the review decide",
)
LOOSE = Code(
    "ALW006",
    "loose-budget",
    "the budget allows {budget} findings of {name}, and the code has {count}",
    "Room that is left in the budget is an exception that nobody has to ask for.",
    "run `autogen lint --fix`",
    severity="warning",
)
DAMAGED = Code(
    "ALW007",
    "damaged-budget",
    "this is no line of the budget: {line}",
    "A line that cannot be read allows nothing, or more than anyone decided.",
    "write `CODE COUNT`, a code on a line, or run `autogen lint --raise-budget`",
)

_LINE = re.compile(r"([A-Z]{3}\d{3}) (\d{1,6})\Z")


def text(used: Mapping[str, int]) -> str:
    """The budget that allows what the code has."""
    return "\n".join([TITLE, *(f"{code} {count}" for code, count in sorted(used.items()) if count), ""])


def compare(root: Path, left: Left, report: Report) -> None:
    """Hold the code to the budget."""
    lines = _lines(root)
    budget = _read(lines, report)
    for code, count in sorted(left.used.items()):
        allowed, number = budget.get(code, (0, 0))
        if count > allowed:
            places = tuple(Related(span, "allowed here") for span in left.places[code][:SHOWN])
            end = len(lines[number - 1]) + 1 if number else 1
            span = Span(FILE, max(number, 1), 1, max(number, 1), end)
            report.add(EXCEEDED, span, related=places, name=code, count=count, budget=allowed)
    for code, (allowed, number) in budget.items():
        count = left.used.get(code, 0)
        if count < allowed:
            end = len(lines[number - 1]) + 1
            whole = Edit(FILE, (number, 1), (number, end), f"{code} {count}")
            gone = Edit(FILE, (number, 1), (number + 1, 1), "")
            fix = Fix((whole if count or number == len(lines) else gone,))
            report.add(LOOSE, Span(FILE, number, 1, number, end), fix=fix, name=code, count=count, budget=allowed)


def _lines(root: Path) -> list[str]:
    try:
        return (root / FILE).read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return []


def _read(lines: list[str], report: Report) -> dict[str, tuple[int, int]]:
    """Each code with its count and the line that says so."""
    found: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.match(line.strip())
        if match is None or match.group(1) in found:
            report.add(DAMAGED, Span(FILE, number, 1, number, len(line) + 1), line=line)
        else:
            found[match.group(1)] = (int(match.group(2)), number)
    return found
