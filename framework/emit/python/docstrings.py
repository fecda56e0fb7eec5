"""Free text as a docstring: it cannot end the string, and reads as it was written wherever that can be seen."""

import textwrap
from collections.abc import Iterator

from framework.emit.languages import Snippet, python_literal
from framework.emit.python.layout import WIDTH

_QUOTES = '"""'
_STEP = "    "


def docstring(*texts: str | None, depth: int) -> Snippet:
    """The texts as paragraphs of one docstring, to stand at a depth; nothing where there is no text."""
    indent = _STEP * depth
    lines: list[str] = []
    for text in texts:
        if text and text.strip():
            lines += [*([""] if lines else []), *_laid(text.strip(), WIDTH - len(indent) - len(_QUOTES))]
    if not lines:
        return Snippet("")
    if len(lines) == 1:
        room = WIDTH - len(indent) - 2 * len(_QUOTES)
        lines = _wrapped(lines[0], room)
    if len(lines) == 1:
        return Snippet(_QUOTES + lines[0] + _QUOTES)
    rest = [indent + line if line else "" for line in lines[1:]]
    return Snippet("\n".join([_QUOTES + lines[0], *rest, indent + _QUOTES]))


def _laid(text: str, width: int) -> Iterator[str]:
    """Lines as they were written, wrapped where they are too long; a word that is longer than a line stays whole."""
    blank = False
    for line in text.splitlines():
        words = _escaped(" ".join(line.split()))
        if words or not blank:
            yield from _wrapped(words, width)
        blank = not words


def _wrapped(words: str, width: int) -> list[str]:
    """Where there is room for all of them, nobody has to look for a place to break."""
    if len(words) <= width:
        return [words]
    return textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)


def _escaped(text: str) -> str:
    """As in a literal, but that quotes stand bare where they end nothing. Those at the beginning would be moved away
    from the docstring's own by a formatter, those at the end would be read as its own."""
    core = text.strip('"')
    inner = '"'.join(python_literal(part)[1:-1] for part in core.split('"')).replace(_QUOTES, '\\"\\"\\"')
    before = len(text) - len(text.lstrip('"'))
    return '\\"' * before + inner + '\\"' * (len(text) - len(core) - before)
