"""Every type by values that it takes and values that it refuses, in JSON and in Python, as its JSON Schema says."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from tests.behaviour.schemas.workspace import ask

BIG = 2**63
UUID = "0b3b1c1e-6f0f-4b7c-9a57-1f1f0a1d2c3e"
NO_NUMBER: list[Any] = [True, False, "1", "", None, [], {}]
NO_TEXT: list[Any] = [1, 1.5, True, None, [], {}]

TABLE: dict[str, tuple[list[Any], list[Any]]] = {
    "AnInt": ([0, -1, 1.0, BIG - 1, -BIG], [BIG, -BIG - 1, 1.5, *NO_NUMBER]),
    "Small": ([0, 10], [-1, 11, BIG]),
    "Between": ([1, 9], [0, 10]),
    "Huge": ([0, 10**20], [-1, 10**20 + 1]),
    "Even": ([0, -2, 4.0], [1, 3.0]),
    "Coarse": ([0], [1, 2 * BIG]),
    "AFloat": ([0, 1, -1.5, 1e300], NO_NUMBER),
    "Ratio": ([0.1, 1], [0, 1.1, -1]),
    "ADecimal": (["0", "-1.50", "123456789012345678901234567890.1"], ["", "1e5", " 1", "1.", ".5", "+1", "NaN", "01"]),
    "Amount": (["0", "0.5", "999.99", "7.10"], ["-1", "-0", "1000", "1.234", 1, 1.5, True]),
    "Step": (["0.05", "-3", "0.95"], ["0.03", "1", "1.05"]),
    "AText": (["", "é", "\U0001f600", "a\nb"], ["a\x00", *NO_TEXT]),
    "Code": (["AB", "Ab1"], ["A", "ABCD", "ab"]),
    "ABool": ([True, False], [0, 1, "true", "yes", None]),
    "SomeBytes": (["", "QUI=", "QUJD"], ["QUI", "QU I=", "QUI=\n", "-_==", *NO_TEXT]),
    "Key": (["QUI=", "QUJDRA=="], ["QQ==", "QUJDREU="]),
    "AUuid": ([UUID, UUID.upper()], ["", "x", UUID[:-1], *NO_TEXT]),
    "ADate": (["2026-01-31"], ["2026-02-30", "2026-1-31", "0", "1700000000", "2026-01-31T00:00:00", *NO_TEXT]),
    "ATime": (
        ["12:30", "12:30:00", "23:59:59.999999", "12:30:00Z", "12:30:00+02:00"],
        ["24:00", "0", "1230", *NO_TEXT],
    ),
    "AMoment": (
        ["2026-01-31T12:30:00Z", "2026-01-31T12:30:00.5+02:00"],
        ["2026-01-31T12:30:00", "2026-01-31", "0", *NO_TEXT],
    ),
    "ASpan": (["P1D", "PT1H30M", "P1DT2H", "P2W", "P1Y2M3D"], ["", "P", "PT", "P1DT", "1 day", "12:30:00", *NO_TEXT]),
    "AMail": (["a@b", "a.b+c@example.test"], ["a", "@b", "a@", "a b@c", "a@b@c", "a@b..c", *NO_TEXT]),
    "AUrl": (["https://example.com", "ftp://x/é?a=b#c"], ["", "example.com", "http://", "http://a b", *NO_TEXT]),
    "AJson": ([None, 1, "a", [1, {"a": None}], 1.5], []),
    "Anything": ([None, True, {}], []),
    "AWord": (["one", "two-three", ""], ["ONE", "three", *NO_TEXT]),
    "AMark": ([1, 2, 2.0], [3, "1", True, None]),
    "AChoice": (["a", 1], ["b", "1", True, 2, None]),
    "ASlug": (["a", "abcdefgh"], ["", "A", "abcdefghi"]),
    "ShortSlug": (["a", "abc"], ["b", "abcd", "aB"]),
    "Numbers": ([[1], [1, 2]], [[], [1, 2, 3], ["1"], [True], {}, "1", None]),
    "Unique": ([[], [1, True, "1", [1], {"a": 1}]], [[1, 1], ["a", "a"], [{"a": 1, "b": 2}, {"a": 1, "b": 2}]]),
    "Words": ([[], ["a", "b"]], [["a", "a"], [1], "a", {}]),
    "Maybes": ([[None, 1]], [["1"], None]),
    "ByText": ([{}, {"a": 1}], [{"A": 1}, {"a": "1"}, {"a": 1, "b": 2, "c": 3}, []]),
    "ByInt": ([{"0": True, "-5": False}], [{"a": True}, {"1.0": True}, {"01": True}, {"": True}, {"1": 1}]),
    "ByMark": ([{"1": "a"}], [{"3": "a"}, {"LOW": "a"}, {"1": 1}]),
    "ByDay": ([{"2026-01-31": "a"}], [{"0": "a"}, {"2026-02-30": "a"}]),
    "Deep": ([[{"a": [{"v": 3}]}]], [[{"a": [{"v": 11}]}], [{"a": {"v": 3}}]]),
}

NOT_TOLD = {
    ("Step", "0.03"), ("Step", "1"), ("Step", "1.05"),  # a text has no bounds; the document that is served has them
    ("Key", "QQ=="), ("Key", "QUJDREU="),  # the text of three bytes is as long as that of one
}  # fmt: skip
"""Where the class knows better than its schema."""

PROGRAM = """
import json, sys
from pydantic import ValidationError
from shared.generated import schemas

def taken(name, read, value):
    try:
        found = read(value)
    except ValidationError:
        return None
    return json.loads(found.model_dump_json())

answers = []
for name, value in json.load(sys.stdin):
    kind, body = getattr(schemas, name), {"v": value}
    answers.append([
        taken(name, kind.model_validate, body),
        taken(name, kind.model_validate_json, json.dumps(body)),
        kind.model_json_schema(),
    ])
json.dump(answers, sys.stdout)
"""


def rows() -> list[tuple[str, Any, bool]]:
    pairs = (zip((True, False), both, strict=True) for both in TABLE.values())
    listed = zip(TABLE, pairs, strict=True)
    return [(name, value, good) for name, pair in listed for good, values in pair for value in values]


@pytest.fixture(scope="module")
def answers(feature: Callable[[str], Path]) -> list[Any]:
    answered: list[Any] = ask(feature("schema-types"), PROGRAM, [[name, value] for name, value, _ in rows()])
    return answered


def test_the_table_is_whole(feature: Callable[[str], Path]) -> None:
    program = """
import json
from shared.generated import schemas
print(json.dumps([name for name, kind in vars(schemas).items() if "v" in getattr(kind, "model_fields", ())]))
"""
    assert set(ask(feature("schema-types"), program)) == set(TABLE)


def test_good_values_are_taken_and_bad_ones_refused(answers: list[Any]) -> None:
    wrong = [
        (name, value, "python" if (python is not None) != good else "json")
        for (name, value, good), (python, written, _) in zip(rows(), answers, strict=True)
        if good != (python is not None) or good != (written is not None)
    ]
    assert not wrong


def test_schemas_tell_what_is_taken(answers: list[Any]) -> None:
    wrong = []
    for (name, value, good), (_, _, schema) in zip(rows(), answers, strict=True):
        checker = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
        if good != checker.is_valid({"v": value}) and (name, str(value)) not in NOT_TOLD:
            wrong.append((name, value, schema["properties"]["v"]))
    assert not wrong


def test_what_is_written_can_be_read_and_keeps_the_schema(answers: list[Any]) -> None:
    for (name, value, good), (python, _, schema) in zip(rows(), answers, strict=True):
        if good and (name, str(value)) not in NOT_TOLD:
            checker = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
            assert checker.is_valid(python), (name, value, python)


def test_a_decimal_tells_of_what_it_is_a_multiple(answers: list[Any]) -> None:
    told = {name: schema["properties"]["v"] for (name, *_), (*_, schema) in zip(rows(), answers, strict=True)}
    assert [name for name, found in told.items() if "x-multiple-of" in found] == ["Step"]
    assert told["Step"]["x-multiple-of"] == "0.05"
