"""No folder of cases reaches all lengths of bytes and all forms of texts: each is held to what it stands for."""

import base64
import re

import pytest
from jsonschema import Draft202012Validator

from framework.emit.openapi import patterns
from framework.emit.openapi.scalars import scalar
from framework.ir import Limits
from framework.scalars import SCALARS


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize(
    ("least", "most"),
    [
        (least, most)
        for least in (None, *range(8))
        for most in (None, *range(8))
        if (least or 0) <= (8 if most is None else most)
    ],
)
def test_the_length_of_bytes_is_exact(
    least: int | None, most: int | None, counted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "COUNTED", 1000 if counted else -1)
    schema = scalar(SCALARS["bytes"], Limits(min_length=least, max_length=most))
    validator = Draft202012Validator(schema)
    for size in range(12):
        text = base64.b64encode(b"\xff" * size).decode()
        assert validator.is_valid(text) == ((least or 0) <= size <= (12 if most is None else most)), (text, schema)


@pytest.mark.parametrize(
    ("pattern", "admitted"),
    [
        ("^[0-9.]+$", False),
        ("^97[89][0-9]{10}$", False),
        (r"^\.\d+$", False),
        ("^[^a]$", True),
        (r"^[\x00-\x20]$", True),
        (r"^\x00$", True),
        ("^.$", True),
        (r"^\W$", True),
        ("^a|b$", True),
        ("abc", True),
    ],
)
def test_a_pattern_that_refuses_nul_is_known(pattern: str, admitted: bool) -> None:
    assert patterns.admits_nul(pattern) is admitted
    if not admitted:
        assert not any(re.search(pattern, text) for text in ("\x00", "a\x00", "\x00a", "1\x00"))


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("email", ["a@b", "ivan@почта.рф", "a.b+c@x.test"], ["a", "@b", "a@", "a@b.", "a b@c", "a@b\x00"]),
        ("url", ["https://a", "ftp://a/b?c#d"], ["a", "://a", "1a://b", "http:/a", "http://", "http://a b"]),
        ("time", ["12:30", "23:59:59", "12:30:00.123456", "12:30:00Z", "00:00:00+05:30"], ["24:00", "1:30", "12", "0"]),
        ("string", ["", "a\nb", "\u2028"], ["\x00", "a\x00b"]),
        ("bytes", ["", "AA==", "AAA=", "AAAA"], ["A", "AA", "AAA", "A===", "AA==AAAA", "\u0663AAA"]),
    ],
)
def test_a_text_has_the_form_of_its_type(name: str, taken: list[str], refused: list[str]) -> None:
    validator = Draft202012Validator(scalar(SCALARS[name], Limits()))
    assert [text for text in taken if not validator.is_valid(text)] == []
    assert [text for text in refused if validator.is_valid(text)] == []


@pytest.mark.parametrize(
    ("limits", "bounds"),
    [
        ({}, {"minimum": -(2**63), "maximum": 2**63 - 1}),
        ({"ge": 0}, {"minimum": 0, "maximum": 2**63 - 1}),
        ({"lt": 5}, {"minimum": -(2**63), "exclusiveMaximum": 5}),
        ({"ge": 0, "le": 2**64}, {"minimum": 0, "maximum": 2**64}),
        ({"gt": 2**63}, {"exclusiveMinimum": 2**63}),
    ],
)
def test_an_int_has_exact_bounds(limits: dict[str, int], bounds: dict[str, int]) -> None:
    assert scalar(SCALARS["int"], Limits(**limits)) == {"type": "integer"} | bounds


def test_every_scalar_has_a_schema() -> None:
    for row in SCALARS.values():
        Draft202012Validator.check_schema(scalar(row, Limits()))
