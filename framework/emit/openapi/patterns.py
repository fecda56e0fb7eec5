"""The forms of texts that no `format` of JSON Schema says as the service judges them.

Written for every engine alike: `[0-9]` and not `\\d`, ranges and not `\\s`, which are other sets in Python, ECMAScript
and Rust. Where a pattern stands there is no `format`: a generator of test data would obey one and break the other.
"""

import re
from typing import Any, Final

from framework.emit.openapi.numerals import decimal
from framework.ir import Limits

__all__ = ["BASE64", "EMAIL", "INT_KEY", "TEXT", "TIME", "URL", "admits_nul", "decimal", "lengths"]

TEXT: Final = r"^[^\x00]*$"
"""https://www.postgresql.org/docs/current/datatype-character.html: no database holds a NUL in a text."""

EMAIL: Final = r"^[^@\x00-\x20\x7f]+@[^@.\x00-\x20\x7f]+(?:\.[^@.\x00-\x20\x7f]+)*$"
URL: Final = r"^[A-Za-z][A-Za-z0-9+.-]*://[^\x00-\x20\x7f]+$"
BASE64: Final = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"

TIME: Final = (
    r"^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?$"
)
"""The `time` of JSON Schema demands an offset, which a time of the day rarely has."""

INT_KEY: Final = "^(?:0|-?[1-9][0-9]{0,17})$"
"""A key of JSON that is an int: as many digits as fit into 64 bits whatever they are."""

GROUP = 3

_CLASS = re.compile(r"\[(?!\^)(?:\\[^DSWPXpx0u]|[^\]\\\[])*\]")
_WIDE = re.compile(r"\[|\||\\[DSWPpXx0u]|(?<!\\)\.")


def admits_nul(pattern: str) -> bool:
    """Whether a text with a NUL might match. A pattern of plain characters and classes between `^` and `$` is known to
    refuse it; of any other it is assumed."""
    return not (pattern.startswith("^") and pattern.endswith("$")) or bool(_WIDE.search(_CLASS.sub("", pattern)))


def lengths(limits: Limits) -> dict[str, Any]:
    """The length of bytes as that of their base64. A text comes in steps of four signs, bytes in steps of one: where
    the longest text could hold a byte too many, or the shortest one too few, its padding tells."""
    found: dict[str, Any] = {}
    ways: list[dict[str, Any]] = []
    if limits.min_length:
        shortest = _text(limits.min_length)
        found["minLength"] = shortest
        if limits.min_length % GROUP != 1:
            padding = "[^=]=?$" if limits.min_length % GROUP else "[^=]$"
            ways.append({"anyOf": [{"minLength": shortest + 4}, {"pattern": padding}]})
    if limits.max_length is not None:
        longest = _text(limits.max_length)
        found["maxLength"] = longest
        if limits.max_length % GROUP:
            padding = "==$" if limits.max_length % GROUP == 1 else "=$"
            ways.append({"anyOf": [{"maxLength": longest - 4}, {"pattern": padding}]})
    return found | (ways[0] if len(ways) == 1 else {"allOf": ways} if ways else {})


def _text(size: int) -> int:
    return 4 * -(-size // GROUP)
