"""No folder of cases reaches all bounds of a number: the pattern of a decimal is held to arithmetic."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from framework.emit.openapi.numerals import NEVER, decimal
from framework.ir import Limits

NUMBERS = st.decimals(-300, 300, places=3) | st.sampled_from([Decimal(text) for text in ("0", "9.99", "-10", "100")])
BOUNDS = st.dictionaries(st.sampled_from(["ge", "gt", "le", "lt"]), NUMBERS, max_size=3)
ROOM = st.fixed_dictionaries({}, optional={"places": st.integers(0, 4), "digits": st.integers(1, 7)})
KEEPS = {
    "ge": lambda value, bound: value >= bound,
    "gt": lambda value, bound: value > bound,
    "le": lambda value, bound: value <= bound,
    "lt": lambda value, bound: value < bound,
}


def fits(text: str, limits: dict[str, Any]) -> bool:
    whole, _, places = text.lstrip("-").partition(".")
    whole = whole.lstrip("0")
    room, most = limits.get("digits", 99), limits.get("places", 99)
    if len(places) > most or len(whole) + len(places) > room or (most < 99 and len(whole) > room - most):
        return False
    return all(KEEPS[name](Decimal(text), bound) for name, bound in limits.items() if name in KEEPS)


@given(BOUNDS, ROOM, st.data())
@example({"ge": Decimal(5), "gt": Decimal(3)}, {}, None)
def test_a_pattern_takes_what_keeps_the_limits(bounds: dict[str, Any], room: dict[str, Any], data: Any) -> None:
    limits = bounds | room
    assume(limits.get("digits", 99) >= limits.get("places", 0))
    pattern = re.compile(decimal(Limits(**limits)))
    near = [bound + step for bound in bounds.values() for step in (Decimal("-0.001"), 0, Decimal("0.001"), 1, -1)]
    values = [*near, *(data.draw(st.lists(NUMBERS, max_size=10)) if data is not None else [])]
    for value in values:
        for text in {format(value, "f"), format(value.normalize(), "f")} - {"-0", "-0.000"}:
            assert bool(pattern.search(text)) == fits(text, limits), (text, limits)


@pytest.mark.parametrize("text", ["", "-", ".5", "5.", "+1", "1e3", "007", "1,5", " 1", "Infinity", "NaN", "٣", "1\n"])
def test_nothing_else_is_a_numeral(text: str) -> None:
    patterns = [decimal(Limits()), decimal(Limits(ge=Decimal(-9), lt=Decimal(9))), decimal(Limits(digits=3))]
    assert not [pattern for pattern in patterns if re.search(pattern.replace("$", r"\Z"), text)]


@pytest.mark.parametrize(
    ("limits", "pattern"),
    [
        ({}, r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$"),
        ({"ge": Decimal(0), "digits": 10, "places": 2}, r"^(?:0|[1-9][0-9]{0,7})(?:\.[0-9]{1,2})?$"),
        ({"digits": 4, "places": 4}, r"^-?0(?:\.[0-9]{1,4})?$"),
        ({"ge": Decimal(0), "multiple_of": Decimal("0.01")}, r"^(?:0|[1-9][0-9]*)(?:\.[0-9]{1,2})?$"),
        ({"gt": Decimal(0), "lt": Decimal("0.001"), "places": 2}, NEVER),
    ],
)
def test_a_pattern_can_be_read(limits: dict[str, Any], pattern: str) -> None:
    assert decimal(Limits(**limits)) == pattern
