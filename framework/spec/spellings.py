"""Type expressions that are written as mappings, as the predecessor's are, into the text that they mean.

`{type: list, of: {type: string}}` is `list[string]`. The place of every part is kept beside the text, so that a
fault in the inner mapping is shown there and not at the outer one.
"""

from dataclasses import dataclass, field
from typing import Any

from framework.diagnostics import Report, nearest
from framework.scalars import SCALARS
from framework.source import At, Place
from framework.spec.faults import MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE

FORMS: dict[str, tuple[str, ...]] = {
    "list": ("of",),
    "set": ("of",),
    "optional": ("of",),
    "dict": ("key", "value"),
    "enum": (),
}
"""The words that take parts, and the keys of the parts."""

MOVED = ("values", "names", "default")
"""What an enum mapping says that stands beside `type` today."""

Parts = list[tuple[int, int, Any]]


@dataclass
class Spelling:
    """`moved` collects what belongs beside the type."""

    file: str
    report: Report
    moved: dict[str, tuple[Any, Place]] = field(default_factory=dict)


def spelled(value: Any, place: Place, spelling: Spelling) -> tuple[str, Parts]:
    """The text of a type, and where each of its parts stands."""
    at = At(spelling.file, place)
    if isinstance(value, str):
        return value, [(0, len(value), place[0])]
    if not isinstance(value, dict):
        found = "a list" if isinstance(value, list) else "a plain value"
        spelling.report.add(WRONG_TYPE, at.span, name="a type", expected="a type expression", found=found)
        return "any", []
    word = value.get("type")
    if word is None:
        doc = "the name of the type"
        spelling.report.add(MISSING_KEY, at.key, where="the type", name="type", doc=doc)
        return "any", []
    if not isinstance(word, str):
        return spelled(word, at["type"].place, spelling)
    keys = FORMS.get(word, ())
    known = ("type", *keys, *(MOVED if word == "enum" else ()))
    misspelt = {nearest(name, known) for name in value if name not in known}
    for name in value if word in FORMS or word in SCALARS else ():
        if name not in known:
            guess = nearest(name, known)
            hint = f"did you mean '{guess}'?" if guess else f"known are {', '.join(known)}"
            spelling.report.add(UNKNOWN_KEY, at[name].key, where=f"the type '{word}'", name=name, hint=hint)
    if word == "enum":
        spelling.moved.update({name: (value[name], at[name].place) for name in MOVED if name in value})
    inner: list[tuple[str, Parts]] = [
        ("any", []) if name in misspelt else _part(value, name, at, word, spelling) for name in keys
    ]
    return _joined(word, at["type"].place, inner)


def _part(value: dict[str, Any], name: str, at: At, word: str, spelling: Spelling) -> tuple[str, Parts]:
    if value.get(name) is None:
        doc = "the type inside"
        spelling.report.add(MISSING_KEY, at.key, where=f"the type '{word}'", name=name, doc=doc)
        return "any", []
    return spelled(value[name], at[name].place, spelling)


def _joined(word: str, place: Place, inner: list[tuple[str, Parts]]) -> tuple[str, Parts]:
    if not inner:
        return word, [(0, len(word), place[0])]
    if word == "optional":
        text, parts = inner[0]
        return text + "?", parts
    text, parts = word + "[", [(0, len(word), place[0])]
    for index, (piece, places) in enumerate(inner):
        text += ", " if index else ""
        parts += [(start + len(text), end + len(text), area) for start, end, area in places]
        text += piece
    return text + "]", parts
