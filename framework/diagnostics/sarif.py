"""Findings as SARIF 2.1.0, for code scanning.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any
from urllib.parse import quote

from framework.diagnostics import page
from framework.diagnostics.code import Code
from framework.diagnostics.diagnostic import Diagnostic, Edit, Fix, Related
from framework.diagnostics.json import dumps
from framework.diagnostics.span import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 25_000
"""GitHub refuses a run of more results."""

BASE = "%SRCROOT%"


def render(diagnostics: Sequence[Diagnostic], prefix: str = "", *, failure: str = "") -> str:
    """`prefix` leads from the checkout to the workspace; `failure` is why there is no result."""
    kept = sorted(diagnostics, key=lambda found: found.code.severity != "error")[:MOST]
    kept.sort(key=lambda found: found.order)
    codes = sorted({found.code for found in kept}, key=lambda code: code.id)
    ranks = {code.id: rank for rank, code in enumerate(codes)}
    results = [
        _result(found, ranks[found.code.id], print_, prefix) for found, print_ in zip(kept, _prints(kept), strict=True)
    ]
    run = {
        "tool": {"driver": _driver(codes)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(failure)],
        "results": results,
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(codes: Iterable[Code]) -> dict[str, Any]:
    from framework import __version__

    return {"name": "autogen", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.id,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": page.open_words(code.message)},
        "fullDescription": {"text": code.why},
        "help": {"text": page.text(code), "markdown": page.markdown(code)},
        "defaultConfiguration": {"level": code.severity},
    }


def _invocation(failure: str) -> dict[str, Any]:
    if not failure:
        return {"executionSuccessful": True}
    notes = [{"level": "error", "message": {"text": failure}}]
    return {"executionSuccessful": False, "toolExecutionNotifications": notes}


def _result(found: Diagnostic, rank: int, print_: str, prefix: str) -> dict[str, Any]:
    told = f"{found.message} ({found.hint})" if found.hint else found.message
    result: dict[str, Any] = {
        "ruleId": found.code.id,
        "ruleIndex": rank,
        "level": found.code.severity,
        "message": {"text": told},
        "locations": [{"physicalLocation": _physical(found.span, prefix)}],
        "partialFingerprints": {"autogen/v1": print_},
    }
    if found.related:
        result["relatedLocations"] = [_related(related, prefix) for related in found.related]
    if found.fix is not None:
        result["fixes"] = [_fix(found, found.fix, prefix)]
    return result


def _prints(diagnostics: Iterable[Diagnostic]) -> Iterable[str]:
    """What a finding is known by when lines move: its code, file and words, and which of several equal ones it is."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for found in diagnostics:
        key = (found.code.id, found.span.file, found.message)
        text = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        yield blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _physical(span: Span, prefix: str) -> dict[str, Any]:
    return {"artifactLocation": _artifact(span.file, prefix), "region": _region(span[1:3], span[3:5])}


def _artifact(file: str, prefix: str) -> dict[str, Any]:
    return {"uri": quote((prefix + file).encode("utf-8", "surrogatepass")), "uriBaseId": BASE}


def _region(start: tuple[int, int], end: tuple[int, int]) -> dict[str, Any]:
    return {"startLine": start[0], "startColumn": start[1], "endLine": end[0], "endColumn": end[1]}


def _related(related: Related, prefix: str) -> dict[str, Any]:
    return {"physicalLocation": _physical(related.span, prefix), "message": {"text": related.message}}


def _fix(found: Diagnostic, fix: Fix, prefix: str) -> dict[str, Any]:
    by_file: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        by_file.setdefault(edit.file, []).append(edit)
    changes = [
        {"artifactLocation": _artifact(file, prefix), "replacements": [_replacement(edit) for edit in edits]}
        for file, edits in by_file.items()
    ]
    return {"description": {"text": found.hint or found.message}, "artifactChanges": changes}


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.text}}
