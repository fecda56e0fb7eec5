"""Which secrets are none: those that stand in the specs, in every tutorial, or in the first thousand guesses.

Asked outside of dev only. The rule is modest on purpose: it finds what was forgotten, not what is weak.
"""

import re

from framework.runtime.settings.markers import Secret, split

SHORTEST = 8
"""Characters of a secret whose spec says nothing of its length."""

FEWEST = 4
"""Different characters of such a secret."""

KNOWN = frozenset({
    "admin", "default", "dummy", "example", "fixme", "guest", "insecure", "letmein", "minioadmin", "mysecret", "none",
    "null", "passw0rd", "password", "passwd", "placeholder", "postgres", "qwerty", "redis", "root", "secret",
    "secretkey", "string", "supersecret", "test", "testtest", "todo", "12345678", "123456789", "1234567890",
})  # fmt: skip
_PART = re.compile(r"change(this|me|it)|replace(this|me|it)|^your.*(key|secret|token|password|here)$|^insert.*here$")


def weak(text: str, rule: Secret | None) -> str | None:
    """Why a text is no secret, in words that follow the name of its variable. Of a URL it is the password."""
    found = split(text)
    word = found.password if found else text
    if word is None:
        return None
    plain = re.sub(r"[^a-z0-9]", "", word.lower())
    if plain in KNOWN or _PART.search(plain):
        return f"{'has a password' if found else 'is a placeholder'} that everybody knows"
    if found or (rule is not None and rule.bounded):
        return None
    if len(word) < SHORTEST:
        return f"must have at least {SHORTEST} characters"
    return f"must have at least {FEWEST} different characters" if len(set(word)) < FEWEST else None
