"""What is wrong with a request, place by place: where, which rule, and in words that repeat nothing of the request."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from framework.runtime.words.language import DEFAULT, Language
from framework.runtime.words.wordings import worded

MOST = 100
"""A body of a million wrong items is told of once in a hundred lines, not in a million."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}\Z")


def faults(errors: Iterable[Mapping[str, Any]], language: Language = DEFAULT) -> list[dict[str, str]]:
    return [_fault(error, language) for error, _ in zip(errors, range(MOST), strict=False)]


def _fault(error: Mapping[str, Any], language: Language) -> dict[str, str]:
    part, *steps = error["loc"] or ("body",)
    code, detail = worded(error, language)
    return {"in": str(part), "pointer": pointer(_own(steps, code)), "code": code, "detail": detail}


def _own(steps: Sequence[str | int], code: str) -> Sequence[str | int]:
    """A key that no spec names came from the client. One that is no name may be anything, a password too."""
    return steps[:-1] if code == "extra_forbidden" and steps and not _NAME.match(str(steps[-1])) else steps


def pointer(steps: Sequence[str | int]) -> str:
    """A JSON pointer (RFC 6901), for text that no encoding can hold, too."""
    text = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return text.encode("utf-8", "replace").decode()
