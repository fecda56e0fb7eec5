"""Which language of ours a client reads best, by its `Accept-Language` (RFC 9110, 12.5.4).

Only words depend on it: codes, statuses and pointers are the same in every language.
"""

from collections.abc import Mapping
from typing import Any, Literal

Language = Literal["en", "ru"]

DEFAULT: Language = "en"
LANGUAGES: tuple[Language, ...] = ("en", "ru")
LONGEST = 1000
"""Characters of a header that are read; no browser sends more, and the rest of a longer one is not worth its time."""


def spoken(scope: Mapping[str, Any] | None) -> Language:
    """The language for the client of a request; English where it says nothing that we speak."""
    for name, value in (scope or {}).get("headers", ()):
        if name == b"accept-language":
            return chosen(value[:LONGEST].decode("latin-1"))
    return DEFAULT


def chosen(header: str) -> Language:
    """The one with the greatest weight; of equal ones that which stands first."""
    best, weight = DEFAULT, 0.0
    for part in header.split(","):
        name, _, parameters = part.partition(";")
        tag, quality = name.strip().lower().partition("-")[0], _quality(parameters)
        for language in LANGUAGES:
            if quality > weight and tag in (language, "*"):
                best, weight = (DEFAULT if tag == "*" else language), quality
    return best


def _quality(parameters: str) -> float:
    """`q=0.8` as a number. What cannot be read weighs nothing, so that a broken header chooses nothing."""
    name, _, value = parameters.strip().partition("=")
    if not name:
        return 1.0
    try:
        found = float(value)
    except ValueError:
        return 0.0
    return found if name.strip().lower() == "q" and 0 <= found <= 1 else 0.0
