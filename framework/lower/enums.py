"""Enums: wire values of any kind, and a name in Python for each."""

import keyword
import re
from typing import Any
from unicodedata import ucd_3_2_0 as unicode

from framework.diagnostics import Code, Related
from framework.ir import Member, tie
from framework.lower.draft import Draft
from framework.lower.types import typed
from framework.source import At
from framework.spec.field import Field
from framework.spec.model import Enum as Shape
from framework.spec.model import ModelsFile

EMPTY_ENUM = Code(
    "LOW050",
    "empty-enum",
    "the enum '{name}' has no values",
    "No value could ever be given.",
    "list its values: `values: [draft, sent]`",
    "# shared/spec/models.yaml\nenums: {State: {values: []}}",
    "# shared/spec/models.yaml\nenums: {State: {values: [draft, sent]}}",
)
MIXED_ENUM = Code(
    "LOW051",
    "mixed-enum",
    "the values of '{name}' are partly texts and partly numbers",
    "An enum is one type: all of its members are texts, or all are whole numbers.",
    "quote the numbers, or use `literal[…]`",
    "# shared/spec/models.yaml\nenums: {Size: {values: [small, 2]}}",
    "# shared/spec/models.yaml\nenums: {Size: {values: [small, '2']}}",
)
DUPLICATE_VALUE = Code(
    "LOW052",
    "duplicate-value",
    "the value {value} stands twice",
    "A second member of one value would be another name of the first.",
    "remove one of the two",
    "# shared/spec/models.yaml\nenums: {State: {values: [draft, sent, draft]}}",
    "# shared/spec/models.yaml\nenums: {State: {values: [draft, sent]}}",
)
MEMBER_CLASH = Code(
    "LOW053",
    "member-clash",
    "the values {value} and {other} would both be the member '{name}'",
    "Members need names in Python, which are made of the values.",
    "give the names: `names: {{…}}` with a name for each of these values",
    "# shared/spec/models.yaml\nenums: {State: {values: [in-progress, in_progress]}}",
    "# shared/spec/models.yaml\nenums: {State: {values: [in-progress, in_progress], names: {in-progress: DOING}}}",
)
BAD_MEMBER = Code(
    "LOW054",
    "bad-member-name",
    "'{name}' cannot be the name of a member",
    "It must be an identifier of Python that neither texts, numbers nor enums use themselves.",
    "choose a name in CAPITALS",
    "# shared/spec/models.yaml\nenums: {State: {values: [draft], names: {draft: my-draft}}}",
    "# shared/spec/models.yaml\nenums: {State: {values: [draft], names: {draft: MY_DRAFT}}}",
)
NAMES_MISMATCH = Code(
    "LOW055",
    "names-mismatch",
    "`names` does not match `values`: {reason}",
    "Every name belongs to a value.",
    "write a list as long as `values`, or a mapping from value to name",
    "# shared/spec/models.yaml\nenums: {State: {values: [draft, sent], names: [DRAFT]}}",
    "# shared/spec/models.yaml\nenums: {State: {values: [draft, sent], names: [DRAFT, SENT]}}",
)
VALUES_MISPLACED = Code(
    "LOW056",
    "values-misplaced",
    "`{name}` belongs to a field of type `enum`, not of '{type}'",
    "The values would be ignored.",
    "write `type: enum`, or remove `{name}`",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {state: {type: string, values: [a, b]}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {state: {type: enum, values: [a, b]}}}}",
)

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_TAKEN = frozenset((*dir(str), *dir(int), "name", "value", "mro"))
_ENUM_WORD = re.compile(r"\benum\b")


def enums(draft: Draft) -> None:
    declared = {enum.span: enum for enum in draft.enums}
    for sheet in draft.spec.each(ModelsFile):
        for name, shape in sheet.body.enums.items():
            at = sheet.at["enums"][name]
            tie(declared[at.key], members=_members(draft, shape, name, at))
    for made in draft.models:
        places = made.at["fields"]
        for name, field in (made.body.fields or {}).items():
            at = places[name]
            _misplaced(draft, field, at)
            if name in made.enums:
                enum = made.enums[name]
                tie(enum, members=_members(draft, field, enum.name.text, at))


def _misplaced(draft: Draft, shape: Field, at: At) -> None:
    if shape.values is None and shape.names is None:
        return
    if typed(draft, at) and not _ENUM_WORD.search(shape.type):
        for name in ("values", "names"):
            if getattr(shape, name) is not None:
                draft.report.add(VALUES_MISPLACED, at[name].key, name=name, type=shape.type)


def _members(draft: Draft, shape: Shape | Field, name: str, at: At) -> tuple[Member, ...]:
    values = shape.values or ()
    if not values and draft.sound(at):
        draft.report.add(EMPTY_ENUM, at.key, name=name)
    if len({type(value) for value in values}) > 1:
        draft.report.add(MIXED_ENUM, at["values"].key, name=name)
        return tuple(Member(member_name(str(value)), value) for value in dict.fromkeys(map(str, values)))
    given = _given(draft, shape, at)
    found: dict[str, Member] = {}
    seen: dict[str | int, int] = {}
    places = at["values"]
    for index, value in enumerate(values):
        if seen.setdefault(value, index) != index:
            related = [Related(places[seen[value]].value, "the first")]
            draft.report.add(DUPLICATE_VALUE, places[index].value, value=repr(value), related=related)
            continue
        member = Member(given.get(str(value)) or member_name(str(value)), value)
        other = found.setdefault(member.name, member)
        if other is not member:
            both: dict[str, Any] = {"value": repr(value), "other": repr(other.value)}
            draft.report.add(MEMBER_CLASH, places[index].value, name=member.name, **both)
    return tuple(found.values())


def _given(draft: Draft, shape: Shape | Field, at: At) -> dict[str, str]:
    """The names that the author gave, by value."""
    values, names = [str(value) for value in shape.values or ()], shape.names
    if names is None or not draft.sound(at):
        return {}
    if not isinstance(names, dict):
        if len(names) != len(values):
            reason = f"{len(names)} names for {len(values)} values"
            draft.report.add(NAMES_MISMATCH, at["names"].key, reason=reason)
            return {}
        names = dict(zip(values, names, strict=True))
    for index, (value, name) in enumerate(names.items()):
        place = at["names"][value] if at["names"].has(value) else at["names"][index]
        if value not in values:
            draft.report.add(NAMES_MISMATCH, place.key, reason=f"there is no value '{value}'")
        elif not _IDENTIFIER.match(name) or keyword.iskeyword(name) or name in _TAKEN:
            draft.report.add(BAD_MEMBER, place.value, name=name)
    return names


def member_name(value: str) -> str:
    """`in-progress` is IN_PROGRESS, `2xl` VALUE_2XL, `-1` MINUS_1, `+` PLUS_SIGN; other scripts are spelled by code
    point. The old table of characters is the one that every version of Python has."""
    value = re.sub(r"\A-(?=[0-9])", "minus ", value)
    words = re.sub(r"[^A-Za-z0-9]+", "_", "".join(_spelled(char) for char in value)).strip("_").upper()
    if not words:
        words = "_".join(unicode.name(char, f"U{ord(char):04X}") for char in value) or "EMPTY"
        words = re.sub(r"[^A-Z0-9]+", "_", words.upper())
    words = words if words[0].isalpha() else f"VALUE_{words}"
    return words


def _spelled(char: str) -> str:
    kind = unicode.category(char)
    return f"_U{ord(char):04X}_" if not char.isascii() and (kind[0] in "LN" or kind == "Cn") else char
