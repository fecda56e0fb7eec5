"""Findings as one JSON document, for hooks, agents and editors. Its keys are a promise."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from framework.diagnostics.diagnostic import Diagnostic, Fix, Related

VERSION = 1


def render(diagnostics: Sequence[Diagnostic], files: int, extra: Mapping[str, object] | None = None) -> str:
    """`files` is how many files were read. `extra` are keys that one command adds beside the common ones."""
    errors = sum(found.code.severity == "error" for found in diagnostics)
    document = {
        "version": VERSION,
        "diagnostics": [_finding(found) for found in diagnostics],
        "summary": {"errors": errors, "warnings": len(diagnostics) - errors, "files": files},
        **(extra or {}),
    }
    return dumps(document)


def dumps(document: object) -> str:
    """ASCII alone, so that no pipe can spoil it; a text that is no Unicode is shown, for half a pair is no JSON to
    many readers."""
    return json.dumps(_sound(document), indent=2, allow_nan=False) + "\n"


def _finding(found: Diagnostic) -> dict[str, Any]:
    """What does not apply is left out and not null: a reader asks for the key."""
    span = found.span
    entry: dict[str, Any] = {
        "code": found.code.id,
        "name": found.code.name,
        "severity": found.code.severity,
        "message": found.message,
    }
    if found.hint:
        entry["hint"] = found.hint
    entry |= {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
    if found.fix is not None:
        entry["fix"] = _fix(found.fix)
    if found.related:
        entry["related"] = [_related(related) for related in found.related]
    return entry


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [
        {"file": edit.file, "start": list(edit.start), "end": list(edit.end), "text": edit.text} for edit in fix.edits
    ]
    return {"safe": fix.safe, "edits": edits}


def _related(related: Related) -> dict[str, Any]:
    span = related.span
    return {"file": span.file, "line": span.line, "column": span.column, "message": related.message}


def _sound(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, Mapping):
        return {_sound(key): _sound(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_sound(inner) for inner in value]
    return value
