"""What betrays itself by its form, wherever it stands in a text."""

import re

MASK = "[redacted]"

_EMAIL = r"[^\s@\"'<>()\[\]{},;:=/\\]{1,64}@[^\s@\"'<>()\[\]{},;:=/\\]{1,190}\.[^\W\d_]{2,24}"
_FORMS = re.compile(
    rf"""
      (?P<url>\b[a-z][a-z0-9+.-]{{1,30}}://)[^\s/@]*@        # user:password@ in a URL
    | (?P<bearer>\b(?:bearer|basic)\s+)[\w.~+/=-]{{6,}}      # RFC 6750, RFC 7617
    | (?P<email>{_EMAIL}|[\w.+-]{{1,64}}%40[\w.-]{{1,190}}\.[a-z]{{2,24}})
    | (?P<card>\b[3-6]\d{{3}}(?P<gap>[ -]?)\d{{4}}(?P=gap)\d{{4}}(?P=gap)\d{{1,7}}\b)
    | (?P<jwt>\beyJ[\w-]{{8,}}\.[\w-]+\.[\w-]*)              # RFC 7519
    """,
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(
    r"(?P<word>\bDETAIL:\s*|\[parameters: ).*?(?=\n\[SQL|\n\[parameters|\n\(Background|\nHINT:|\nCONTEXT:|\Z)",
    re.DOTALL,
)
"""Databases quote whole rows where a constraint is broken, and SQLAlchemy the parameters of a statement."""

_HINTS = ("@", "%40", "://", "earer", "asic", "EARER", "ASIC", "eyJ")


def masked(text: str) -> str:
    """The text without what its form gives away."""
    if "DETAIL:" in text or "[parameters: " in text:
        text = _QUOTED.sub(rf"\g<word>{MASK}", text)
    if any(hint in text for hint in _HINTS) or sum(map(str.isdigit, text)) > 12:
        text = _FORMS.sub(_mask, text)
    return text


def _mask(found: re.Match[str]) -> str:
    if found["card"]:
        return MASK if _luhn(found["card"]) else found["card"]
    if found["url"]:
        return f"{found['url']}{MASK}@"
    return f"{found['bearer'] or ''}{MASK}"


def _luhn(text: str) -> bool:
    """https://en.wikipedia.org/wiki/Luhn_algorithm, so that not every long number is taken for a card."""
    digits = [int(one) for one in text if one.isdigit()][::-1]
    return sum(digits[::2]) % 10 == -sum(sum(divmod(2 * one, 10)) for one in digits[1::2]) % 10
