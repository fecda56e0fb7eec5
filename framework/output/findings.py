"""Findings as plain rows and back, for a run with nothing to do to show them again. They hold more than the JSON of
`--output json`: whatever a renderer may ask of a finding."""

from collections.abc import Iterable, Sequence
from typing import Any

from framework.diagnostics import Code, Diagnostic, Edit, Fix, Related, Span


def pack(diagnostics: Iterable[Diagnostic]) -> list[Any]:
    return [_packed(found) for found in diagnostics]


def unpack(rows: Iterable[Sequence[Any]]) -> list[Diagnostic]:
    return [_unpacked(row) for row in rows]


def _packed(found: Diagnostic) -> list[Any]:
    code, fix = found.code, found.fix
    kept = [code.id, code.name, code.message, code.why, code.remedy, code.bad, code.good, code.severity]
    related = [[place.span, place.message] for place in found.related]
    edits = fix and [[[edit.file, edit.start, edit.end, edit.text] for edit in fix.edits], fix.safe]
    return [kept, found.span, found.message, found.hint, related, edits]


def _unpacked(row: Sequence[Any]) -> Diagnostic:
    code, span, message, hint, related, fix = row
    places = tuple(Related(Span(*place), text) for place, text in related)
    repair = fix and Fix(tuple(Edit(file, tuple(a), tuple(b), text) for file, a, b, text in fix[0]), fix[1])
    return Diagnostic(Code(*code), Span(*span), message, hint, places, repair)
