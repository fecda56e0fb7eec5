"""What a class means: what was left out, what is null and what is a default; unions, circles, hidden names, errors."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.behaviour.schemas.workspace import ask

Feature = Callable[[str], Path]

HEAD = """
import copy, json, pickle, sys
from pydantic import MISSING, TypeAdapter, ValidationError
from shared.generated import schemas as s

def told(read, *values, **named):
    try:
        return json.loads(read(*values, **named).model_dump_json())
    except ValidationError as fault:
        return [error["type"] for error in fault.errors()]

def out(value):
    print(json.dumps(value))
"""


def test_left_out_and_null_and_default_are_three_things(feature: Feature) -> None:
    program = """
least = {"must": "m", "nullable": None}
out([
    told(s.NoteCreate.model_validate, least),
    told(s.NoteCreate.model_validate, least | {"absent": None}),
    told(s.NoteCreate.model_validate, least | {"both": None, "optional": None, "count": None}),
    told(s.NoteCreate.model_validate, {"must": "m"}),
    told(s.NoteUpdate.model_validate, {}),
    told(s.NoteUpdate.model_validate, {"both": None, "nullable": None}),
    told(s.NoteUpdate.model_validate, {"must": None}),
    s.NoteUpdate().must is MISSING,
    pickle.loads(pickle.dumps(s.NoteUpdate())) == copy.deepcopy(s.NoteUpdate()) == s.NoteUpdate(),
])
"""
    default = {"count": 3, "tags": [], "the wire": "w", "optional": None}
    assert ask(feature("schema-states"), HEAD + program) == [
        {"must": "m", "nullable": None} | default,
        ["string_type"],
        ["int_type"],
        ["missing"],
        {},
        {"both": None, "nullable": None},
        ["string_type"],
        True,
        True,
    ]


def test_wire_names_are_of_the_wire_and_own_names_of_python(feature: Feature) -> None:
    program = """
made = s.NoteCreate(must="m", nullable=None, wire="x")
out([
    made.wire,
    made.model_dump()["the wire"],
    told(s.NoteCreate.model_validate, {"must": "m", "nullable": None, "the wire": "y"})["the wire"],
    told(s.NoteCreate.model_validate, {"must": "m", "nullable": None, "wire": "y"}),
    told(s.NoteCreate, **{"must": "m", "nullable": None, "the wire": "y"}),
    s.NoteCreate.model_json_schema()["properties"]["the wire"],
])
"""
    told = {"default": "w", "deprecated": True, "description": "Renamed", "examples": ["e"], "title": "The Wire"}
    refused = ["extra_forbidden"]
    found = ask(feature("schema-states"), HEAD + program)
    assert found == ["x", "x", "y", refused, refused, told | {"type": "string", "pattern": "^[^\\x00]*$"}]


def test_inputs_are_closed_and_readers_are_open(feature: Feature) -> None:
    program = """
note = {"id": "0b3b1c1e-6f0f-4b7c-9a57-1f1f0a1d2c3e", "must": "m", "nullable": None, "new": 1}
out([told(s.NoteUpdate.model_validate, {"new": 1}), "new" in told(s.NoteRead.model_validate, note)])
"""
    assert ask(feature("schema-states"), HEAD + program) == [["extra_forbidden"], False]


def test_what_is_sensitive_is_not_shown(feature: Feature) -> None:
    program = """
from framework.runtime import types as t
note = s.NoteCreate(must="m", nullable=None, secret="hush", reader="Ann")
try:
    s.NoteCreate.model_validate({"must": "m", "nullable": None, "secret": ["hush"]})
except ValidationError as fault:
    shown = str(fault)
marks = {name: [mark.value for mark in field.metadata if isinstance(mark, t.Guard)]
         for name, field in s.NoteCreate.model_fields.items()}
out([repr(note), "hush" in shown, marks["secret"], marks["reader"], marks["must"]])
"""
    shown, leaked, *marks = ask(feature("schema-states"), HEAD + program)
    assert "hush" not in shown
    assert "Ann" not in shown
    assert not leaked
    assert marks == [["sensitive"], ["pii"], []]


def test_defaults_are_not_shared(feature: Feature) -> None:
    program = """
one, other = (s.NoteCreate(must="m", nullable=None) for _ in range(2))
one.tags.append("x")
out(other.tags)
"""
    assert ask(feature("schema-states"), HEAD + program) == []


def test_errors_are_exceptions_with_a_typed_detail(feature: Feature) -> None:
    program = """
import datetime as dt, decimal, uuid
from framework.runtime.errors import DeclaredError, members, read
from shared.generated.errors import Gone, TitleTaken
note = s.Note(id=uuid.UUID(int=1), must="m", nullable=None, secret="hush")
made = TitleTaken(wanted="w", members=[uuid.UUID(int=2)], until=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
                  price=decimal.Decimal("1E+2"), note=note)
again, other = pickle.loads(pickle.dumps(made)), read(TitleTaken, members(made) | {"type": "about:blank"})
try:
    TitleTaken(wanted=1, members=[], until=None, price=decimal.Decimal(1), note=note)
except ValidationError:
    checked = True
out([
    [made.wanted, made.members[0].int, made.price == again.price == other.price, again.note == note],
    [made.code, made.status, made.title, made.retryable, Gone.retryable, str(made), isinstance(made, DeclaredError)],
    [members(made)["until"], members(made)["price"], members(made)["members"], members(Gone())],
    ["hush" in repr(made), repr(Gone()), checked],
])
"""
    assert ask(feature("schema-states"), HEAD + program) == [
        ["w", 2, True, True],
        ["title_taken", 409, "The title is taken", True, False, "The title is taken", True],
        ["2026-01-01T00:00:00Z", "100", ["00000000-0000-0000-0000-000000000002"], {}],
        [False, "Gone()", True],
    ]


CARD, CASH = {"kind": "card", "number": "1"}, {"kind": "coin", "amount": 2}
UNIONS: list[tuple[str, Any, Any]] = [
    ("paid", CARD, "Card"),
    ("paid", CASH, "Cash"),
    ("paid", {"kind": "cheque"}, None),
    ("paid", {"number": "1"}, None),
    ("pet", {"@type": "dog", "name": "Rex"}, "Dog"),
    ("pet", {"species": "dog", "name": "Rex"}, None),
    ("animal", {"@type": "bird", "sings": True}, "Bird"),
    ("animal", {"@type": "cat", "lives": 9}, "Cat"),
    ("body", {"form": "cube", "side": 1}, "Edged"),
    ("body", {"form": "ball", "radius": 1}, "Round"),
    ("coded", {"code": 2, "size": 1}, "One"),
    ("coded", {"code": False, "text": ""}, None),
    ("plain", 5, "int"),
    ("plain", "5", "str"),
    ("plain", True, None),
    ("when", "2026-01-31", "date"),
    ("when", "soon", "str"),
    ("choice", "circle", "Shape"),
    ("choice", 1, "int"),
    ("choice", "oval", None),
    ("one", CARD, "Card"),
    ("one", "https://a.test", "str"),
    ("one", "a", None),
    ("body", None, "NoneType"),
    ("paid", None, None),
]


def test_unions_know_their_parts(feature: Feature) -> None:
    program = """
def kind(name, value, read, wrap):
    try:
        return type(getattr(read(wrap({name: value})), name)).__name__
    except ValidationError:
        return None
out([[kind(name, value, s.Holder.model_validate, dict), kind(name, value, s.Holder.model_validate_json, json.dumps)]
     for name, value in json.load(sys.stdin)])
"""
    found = ask(feature("schema-unions"), HEAD + program, [row[:2] for row in UNIONS])
    assert found == [[kind, kind] for _, _, kind in UNIONS]


def test_a_discriminator_is_told(feature: Feature) -> None:
    program = """
told = s.Holder.model_json_schema()["properties"]
out([told["paid"]["discriminator"]["propertyName"], sorted(told["paid"]["discriminator"]["mapping"])])
"""
    assert ask(feature("schema-unions"), HEAD + program) == ["kind", ["card", "cash", "coin"]]


def test_circles_are_closed(feature: Feature) -> None:
    program = """
tree = {"value": 1, "left": {"value": 2, "left": None, "right": None}, "right": None}
uses = {"chain": {"links": {"a": None, "b": {"n": 1, "peer": {"link": None, "kids": [{"link": None}]}}}, "maybe": 3}}
made = s.Uses.model_validate(uses)
out([
    told(s.Tree.model_validate, tree) == tree,
    [made.chain.links["b"].peer.kids[0].kids, made.chain.start[0].n, made.leaf.name],
    s.Chain.model_json_schema()["$defs"]["Chain"]["properties"]["start"]["default"],
])
"""
    assert ask(feature("schema-circles"), HEAD + program) == [
        True,
        [[], 1, "x"],
        [{"n": 1, "chain": None, "peer": None}],
    ]


def test_no_field_hides_a_type(feature: Feature) -> None:
    program = """
full = {"date": "2026-01-01", "datetime": "2026-01-01T00:00:00Z", "list": ["a"], "int": 1, "str": "s", "float": 1.5,
        "bytes": "QUI=", "bool": True, "t": 1, "Annotated": 1, "Author": {"name": "a"}, "Color": "blue", "MISSING": 1,
        "Slug": "s", "other_slug": "s", "Literal": "c", "set": [1]}
found = told(s.Field.model_validate, full)
out([
    {name: found[name] for name in full} == full,
    told(s.Field.model_validate, {"date": "x", "int": 0, "Slug": "long"}),
    told(s.Field),
    told(s.FieldUpdate),
    s.ConfigDict.model_json_schema()["description"],
    TypeAdapter(s.Color).json_schema()["description"],
])
"""
    same, wrong, empty, none, *descriptions = ask(feature("schema-names"), HEAD + program)
    assert same
    assert wrong == ["value_error", "greater_than_equal", "string_too_long"]
    assert empty["day"] == "2026-01-02"
    assert empty["decimal"] == "1.5"
    assert empty["others"] == [{"name": "x"}]
    assert none == {}
    assert descriptions == ["  begins with blanks"] * 2


@pytest.mark.parametrize("name", ["schema-types", "schema-states", "schema-unions", "schema-circles", "schema-names"])
def test_a_module_has_no_class_that_waits(feature: Feature, name: str) -> None:
    program = """
out([name for name, kind in vars(s).items()
     if isinstance(kind, type) and hasattr(kind, "model_fields") and not kind.__pydantic_complete__])
"""
    assert ask(feature(name), HEAD + program) == []
