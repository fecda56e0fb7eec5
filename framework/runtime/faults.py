"""What is wrong with a request, place by place: where, which rule, and in words that repeat nothing of the request."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

MOST = 100
"""A body of a million wrong items is told of once in a hundred lines, not in a million."""

SAID = {
    "extra_forbidden": "This key is not known",
    "missing": "This is required",
    "union_tag_invalid": "None of the kinds that may stand here",
    "uuid_parsing": "Input should be a valid UUID",
    "url_parsing": "Input should be a valid URL",
    "bytes_invalid_encoding": "Input should be base64",
    "string_unicode": "Input should be text that UTF-8 can hold",
}
"""Where Pydantic's own words quote the input."""


def faults(errors: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    return [_fault(error) for error, _ in zip(errors, range(MOST), strict=False)]


def _fault(error: Mapping[str, Any]) -> dict[str, str]:
    part, *steps = error["loc"] or ("body",)
    return {
        "in": str(part),
        "pointer": pointer(steps),
        "code": str(error["type"]),
        "detail": _detail(error),
    }


def pointer(steps: Sequence[str | int]) -> str:
    """A JSON pointer (RFC 6901), for text that no encoding can hold, too."""
    text = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return text.encode("utf-8", "replace").decode()


def _detail(error: Mapping[str, Any]) -> str:
    if isinstance(error.get("ctx", {}).get("error"), UnicodeError):
        return SAID["string_unicode"]
    return SAID.get(error["type"]) or str(error["msg"]).removeprefix("Value error, ")
