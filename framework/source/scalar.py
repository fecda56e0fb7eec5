"""What a plain scalar means: the core schema of YAML 1.2, which knows no octal 012, no `on`, no dates, no 12:30:00.

https://yaml.org/spec/1.2.2/#103-core-schema
"""

import re
from typing import Final

FIRST: Final = frozenset("nNtTfF~+-.0123456789")
WORDS: Final[dict[str, object]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
LONGEST_NUMBER: Final = 400

_INT = re.compile(r"[-+]?[0-9]+\Z")
_RADIX = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")


def plain(text: str) -> object:
    """The value of a plain scalar. A number of more digits than anyone means raises ValueError."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in FIRST:
        return text
    if _INT.match(text):
        return int(_short(text))
    if _RADIX.match(text):
        return int(_short(text), 0)
    if _FLOAT.match(text):
        return float(_short(text))
    return float(text.replace(".", "")) if _SPECIAL.match(text) else text


def _short(text: str) -> str:
    if len(text) > LONGEST_NUMBER:
        raise ValueError("a number of that many digits")
    return text
