"""A default that compiles is one that the served API takes, too.

A unit test and not a folder: it asks Pydantic itself, for far more values than anybody would write into specs.
"""

import json
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pydantic import AwareDatetime, Base64Bytes, FiniteFloat, TypeAdapter, ValidationError

from framework.ir import Limits
from framework.ir.field import NO_LIMITS
from framework.lower.accept import misfit
from framework.scalars import SCALARS

KINDS: dict[str, Any] = {
    "int": int, "float": FiniteFloat, "decimal": Decimal, "string": str, "bool": bool, "bytes": Base64Bytes,
    "uuid": UUID, "date": date, "time": time, "datetime": AwareDatetime, "duration": timedelta,
}  # fmt: skip
GOOD: dict[str, tuple[Any, ...]] = {
    "int": (0, -1, 2**63 - 1, -(2**63)),
    "float": (0, -1, 1.5, 1e308, 5e-324, 2**53),
    "decimal": ("1.50", "-0", ".5", "5.", "1e5", 1, 1.5, "1e500"),
    "string": ("", " ", "é", "🙂"),
    "bool": (True, False),
    "bytes": ("", "aGk=", "++//"),
    "uuid": ("00000000-0000-0000-0000-000000000000", "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11"),
    "date": ("2026-01-31", "0001-01-01", "9999-12-31", "2024-02-29"),
    "time": ("12:30", "12:30:00", "12:30:00.123456", "12:30:00Z", "12:30:00+02:00", "23:59:59"),
    "datetime": (
        "2026-01-31T12:30:00Z", "2026-01-31 12:30:00Z", "2026-01-31T12:30Z", "2026-01-31T12:30:00.5+02:00",
        "2026-01-31T12:30:00-0930",
    ),
    "duration": ("P1D", "PT1H", "P1W", "P1Y2M", "P1DT2H3M4.5S", "-P1D", "P999999Y", "P9999999M", "P99999999D"),
}  # fmt: skip
BAD: dict[str, tuple[Any, ...]] = {
    "int": (True, "1", 1.0, 2**63, None),
    "float": (True, "1", float("inf"), float("nan"), 10**400, -(10**400)),
    "decimal": (True, "", "x", "0x1", "NaN", "Infinity", float("inf")),
    "string": (1, True, "a\0b"),
    "bool": (0, 1, "true", "yes"),
    "bytes": ("aGk", "a-_=", "é", 1),
    "uuid": ("", "0", "00000000-0000-0000-0000-00000000000g"),
    "date": ("2026-02-30", "2026-1-1", "20260131", "2026-W05-6", "0000-01-01", "２０２６-01-31"),
    "time": ("24:00:00", "12:30:60", "12", "12:30:00+25:00", "1２:30"),
    "datetime": (
        "2026-01-31", "2026-01-31T12:30:00", "20260131T123000Z", "2026-W05-6T12:30:00Z", "2026-01-31T12Z",
        "2026-01-31T12:30:00+02", "2026-01-31x12:30:00Z", "2026-01-31T12:30:00+02:00:30", "2026-02-30T12:30:00Z",
    ),
    "duration": ("P", "PT", "1D", "P99999999999D", "P9999999Y", "P１D", "P1H"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_good_is_taken_by_both(kind: str) -> None:
    assert {value: misfit(value, SCALARS[kind], NO_LIMITS) for value in GOOD[kind]} == dict.fromkeys(GOOD[kind])
    assert [value for value in GOOD[kind] if not served(kind, value)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_bad_is_refused(kind: str) -> None:
    assert [value for value in BAD[kind] if misfit(value, SCALARS[kind], NO_LIMITS) is None] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_taken_that_the_api_refuses(kind: str) -> None:
    values = [value for group in (*GOOD.values(), *BAD.values()) for value in group]
    taken = [value for value in values if misfit(value, SCALARS[kind], NO_LIMITS) is None]
    assert [value for value in taken if not served(kind, value)] == []


def test_every_scalar_is_asked() -> None:
    assert SCALARS.keys() - KINDS.keys() == {"email", "url", "json", "any"}, "texts of their own, and what takes all"


@pytest.mark.parametrize("value", ["1e500", 10**39, "0.1"])
def test_more_digits_than_can_be_divided_are_no_multiple(value: Any) -> None:
    found = misfit(value, SCALARS["decimal"], Limits(multiple_of=Decimal("0.3")))
    assert found is not None
    assert found.reason == "it is no multiple of 0.3"


def served(kind: str, value: Any) -> bool:
    try:
        TypeAdapter(KINDS[kind]).validate_json(json.dumps(value))
    except ValidationError:
        return False
    return True
