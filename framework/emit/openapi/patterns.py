"""The forms of texts that no `format` of JSON Schema says as the service judges them.

Written for every engine alike: `[0-9]` and not `\\d`, ranges and not `\\s`, which are other sets in Python, ECMAScript
and Rust. Where a pattern stands there is no `format`: a generator of test data would obey one and break the other.
"""

import re
from typing import Any, Final

from framework.emit.openapi.numerals import MANY, decimal, either, repeated
from framework.ir import Limits

__all__ = ["BASE64", "EMAIL", "INT_KEY", "TEXT", "TIME", "URL", "admits_nul", "base64", "decimal"]

TEXT: Final = r"^[^\x00]*$"
"""https://www.postgresql.org/docs/current/datatype-character.html: no database holds a NUL in a text."""

EMAIL: Final = r"^[^@\x00-\x20\x7f]+@[^@.\x00-\x20\x7f]+(?:\.[^@.\x00-\x20\x7f]+)*$"
URL: Final = r"^[A-Za-z][A-Za-z0-9+.-]*://[^\x00-\x20\x7f]+$"
SIGN: Final = "[A-Za-z0-9+/]"
BASE64: Final = f"^(?:{SIGN}{{4}})*(?:{SIGN}{{2}}==|{SIGN}{{3}}=)?$"

TIME: Final = (
    r"^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?$"
)
"""The `time` of JSON Schema demands an offset, which a time of the day rarely has."""

INT_KEY: Final = "^(?:0|-?[1-9][0-9]{0,17})$"
"""A key of JSON that is an int: as many digits as fit into 64 bits whatever they are."""

GROUP = 3
COUNTED = 1000
"""Up to so many bytes a pattern counts them. More would burst the limits that engines have."""

_CLASS = re.compile(r"\[(?!\^)(?:\\[^DSWPXpx0u]|[^\]\\\[])*\]")
_WIDE = re.compile(r"\[|\||\\[DSWPpXx0u]|(?<!\\)\.")


def admits_nul(pattern: str) -> bool:
    """Whether a text with a NUL might match. A pattern of plain characters and classes between `^` and `$` is known to
    refuse it; of any other it is assumed."""
    return not (pattern.startswith("^") and pattern.endswith("$")) or bool(_WIDE.search(_CLASS.sub("", pattern)))


def base64(limits: Limits) -> dict[str, Any]:
    """What the text of bytes keeps, so that there are as many of them as there may be."""
    least, most = limits.min_length or 0, limits.max_length
    if least == 0 and most is None:
        return {"pattern": BASE64}
    if max(least, most or 0) <= COUNTED:
        return {"pattern": _counted(least, most)}
    return {"pattern": BASE64} | _measured(least, most)


def _counted(least: int, most: int | None) -> str:
    """Groups of three bytes and what is left of a fourth sign, for each number of bytes in the last group."""
    ways = []
    for rest, tail in enumerate(("", f"{SIGN}{{2}}==", f"{SIGN}{{3}}=")):
        low, high = max(0, -(-(least - rest) // GROUP)), MANY if most is None else (most - rest) // GROUP
        if low <= high:
            ways.append(repeated(f"(?:{SIGN}{{4}})", low, high) + tail)
    return f"^{either(ways)}$"


def _measured(least: int, most: int | None) -> dict[str, Any]:
    """A text comes in steps of four signs, bytes in steps of one: where the longest text could hold a byte too many,
    or the shortest one too few, its padding tells."""
    found: dict[str, Any] = {}
    ways: list[dict[str, Any]] = []
    if least:
        found["minLength"] = _text(least)
        if least % GROUP != 1:
            padding = "[^=]=?$" if least % GROUP else "[^=]$"
            ways.append({"anyOf": [{"minLength": _text(least) + 4}, {"pattern": padding}]})
    if most is not None:
        found["maxLength"] = _text(most)
        if most % GROUP:
            padding = "==$" if most % GROUP == 1 else "=$"
            ways.append({"anyOf": [{"maxLength": _text(most) - 4}, {"pattern": padding}]})
    return found | (ways[0] if len(ways) == 1 else {"allOf": ways} if ways else {})


def _text(size: int) -> int:
    return 4 * -(-size // GROUP)
