"""The grammar of type expressions: text to a tree, each part with its place in the text.

union  = part ("|" part)*
part   = word ["[" union ("," union)* "]"] "?"*
literal[…] takes words, quoted texts and whole numbers instead of types
"""

import re
from dataclasses import dataclass
from functools import lru_cache

DEEPEST = 16

_TOKEN = re.compile(r"\s*(?:(?P<word>[^\W\d][\w.-]*)|(?P<sign>[\[\],?|])|(?P<odd>\S))")
_CHOICE = re.compile(r"""\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s,\]"'][^,\]"']*))\s*""")
_WHOLE = re.compile(r"[-+]?[0-9]{1,400}\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """A word with its arguments; `|` is the word of a union, `?` that of what may be null. `values` are those of a
    literal."""

    word: str
    start: int
    end: int
    args: tuple["Part", ...] = ()
    values: tuple[str | int, ...] = ()
    open: bool = False


class Malformed(Exception):
    """The text is no type expression; the message says why, `at` where."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.at = at


@lru_cache(4096)
def expression(text: str) -> Part:
    reader = Reader(text)
    found = reader.union(0)
    if reader.sign or reader.word:
        raise Malformed(f"'{reader.sign or reader.word}' follows where the type has ended", reader.start)
    return found


class Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.start = self.end = 0
        self.word = self.sign = ""
        self.step()

    def step(self) -> None:
        found = _TOKEN.match(self.text, self.end)
        if found is None:
            self.start = self.end = len(self.text)
            self.word = self.sign = ""
            return
        self.word, self.sign = found["word"] or "", found["sign"] or ""
        self.end = found.end()
        self.start = self.end - len(found[0].lstrip())
        if found["odd"]:
            raise Malformed(f"'{found['odd']}' is no part of a type", self.start)

    def union(self, depth: int) -> Part:
        if depth > DEEPEST:
            raise Malformed(f"it is nested more than {DEEPEST} levels deep", self.start)
        arms = [self.part(depth)]
        while self.sign == "|":
            self.step()
            arms.append(self.part(depth))
        return arms[0] if len(arms) == 1 else Part("|", arms[0].start, arms[-1].end, tuple(arms))

    def part(self, depth: int) -> Part:
        if not self.word:
            raise Malformed("a type is expected here" if self.text.strip() else "it is empty", self.start)
        word, start, end = self.word, self.start, self.end
        if word == "literal" and self.text[end:].lstrip().startswith("["):
            found = self.literal(start)
        else:
            self.step()
            found = self.arguments(word, start, end, depth)
        while self.sign == "?":
            found = Part("?", start, self.end, (found,))
            self.step()
        return found

    def arguments(self, word: str, start: int, end: int, depth: int) -> Part:
        if self.sign != "[":
            return Part(word, start, end)
        args = []
        while self.sign in ("[", ",") and self.sign:
            self.step()
            args.append(self.union(depth + 1))
        if self.sign != "]":
            raise Malformed("a `]` is missing", self.start)
        end = self.end
        self.step()
        return Part(word, start, end, tuple(args), open=True)

    def literal(self, start: int) -> Part:
        """`literal[a, "b c", 3]`: the values stand for themselves."""
        values: list[str | int] = []
        position = self.text.index("[", self.end) + 1
        while True:
            found = _CHOICE.match(self.text, position)
            if found is None:
                raise Malformed("a value is expected here", position)
            bare = (found["bare"] or "").strip()
            quoted = found["double"] if found["double"] is not None else found["single"]
            values.append(quoted if quoted is not None else int(bare) if _WHOLE.match(bare) else bare)
            position = found.end()
            if self.text[position : position + 1] != ",":
                break
            position += 1
        if self.text[position : position + 1] != "]":
            raise Malformed("a `]` is missing", position)
        self.end = position + 1
        self.step()
        return Part("literal", start, position + 1, values=tuple(values), open=True)
