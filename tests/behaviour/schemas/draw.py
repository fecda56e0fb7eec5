"""Values that a JSON Schema allows, and values that break it in one place, drawn by Hypothesis."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

Schema = dict[str, Any]
Case = tuple[Any, str]
"""A value, and the property that was broken in it, if one was."""

ODD: list[Any] = [
    None, True, False, 0, 1, -1, 1.0, 1.5, 2**63, "", "x", "5", "a\x00", "2026-01-31", "12:30:00", "1.5", [], [1, 1],
    {}, {"a": 1},
]  # fmt: skip
FORMATS: dict[str, st.SearchStrategy[Any]] = {
    "uuid": st.uuids().map(str),
    "date": st.dates().map(str),
    "date-time": st.datetimes(timezones=st.just(dt.UTC)).map(dt.datetime.isoformat),
    "duration": st.sampled_from(["P1D", "PT1H", "P2W", "P1DT2H3M4S"]),
}


def drawn(schema: Schema, root: Schema, count: int) -> list[Case]:
    """Cases for one class, the same ones at every run."""
    found: list[Case] = []

    @seed(1)
    @settings(max_examples=count, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(cases(schema, root))
    def collect(case: Case) -> None:
        found.append(case)

    collect()
    return found


@st.composite
def cases(draw: Callable[[st.SearchStrategy[Any]], Any], schema: Schema, root: Schema) -> Case:
    value = draw(valid(schema, root, 0))
    names = sorted(schema.get("properties", {}))
    if not names or draw(st.booleans()):
        return value, ""
    name = draw(st.sampled_from([*names, "unknown key"]))
    if draw(st.booleans()) and name in value:
        return {key: item for key, item in value.items() if key != name}, name
    return value | {name: draw(st.sampled_from(ODD))}, name


def valid(schema: Schema, root: Schema, depth: int) -> st.SearchStrategy[Any]:
    if "$ref" in schema:
        return st.deferred(lambda: valid(root["$defs"][schema["$ref"].rpartition("/")[2]], root, depth + 1))
    for key in ("anyOf", "oneOf"):
        if key in schema:
            arms = [arm for arm in schema[key] if depth < 3 or "$ref" not in arm] or schema[key]
            return st.one_of(*(valid(arm, root, depth) for arm in arms))
    if "const" in schema or "enum" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    return MAKERS[schema.get("type", "any")](schema, root, depth)


def _object(schema: Schema, root: Schema, depth: int) -> st.SearchStrategy[Any]:
    if "properties" not in schema:
        keys = valid({"type": "string"} | schema.get("propertyNames", {}), root, depth).map(str)
        values = valid(schema.get("additionalProperties", {}), root, depth)
        return st.dictionaries(keys, values, max_size=min(schema.get("maxProperties", 2), 2))
    made = {name: valid(one, root, depth) for name, one in schema["properties"].items()}
    needed = {name: one for name, one in made.items() if name in schema.get("required", ())}
    return st.fixed_dictionaries(needed, optional={name: one for name, one in made.items() if name not in needed})


def _array(schema: Schema, root: Schema, depth: int) -> st.SearchStrategy[Any]:
    low = schema.get("minItems", 0)
    high = min(schema.get("maxItems", 2), max(low, 0 if depth > 2 else 2))
    unique = {"unique_by": repr} if schema.get("uniqueItems") else {}
    return st.lists(valid(schema["items"], root, depth + 1), min_size=low, max_size=high, **unique)


def _string(schema: Schema, root: Schema, depth: int) -> st.SearchStrategy[Any]:
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]]
    low, high = schema.get("minLength", 0), schema.get("maxLength", 30)
    patterns = [schema.get("pattern", ""), *(one["pattern"] for one in schema.get("allOf", ()))]
    text = st.from_regex(patterns[0].replace("$", r"\Z"), alphabet=st.characters(exclude_categories=["Cs"]))
    return text.filter(lambda one: low <= len(one) <= high and all(re.search(each, one) for each in patterns))


def _integer(schema: Schema, root: Schema, depth: int) -> st.SearchStrategy[Any]:
    low = schema.get("minimum", schema.get("exclusiveMinimum", -(2**63) - 1) + 1)
    high = schema.get("maximum", schema.get("exclusiveMaximum", 2**63) - 1)
    step = schema.get("multipleOf", 1)
    return st.integers(-(-low // step), high // step).map(lambda one: one * step)


def _number(schema: Schema, root: Schema, depth: int) -> st.SearchStrategy[Any]:
    low, above = schema.get("minimum"), schema.get("exclusiveMinimum")
    high, below = schema.get("maximum"), schema.get("exclusiveMaximum")
    return st.floats(
        low if above is None else above,
        high if below is None else below,
        exclude_min=above is not None,
        exclude_max=below is not None,
        allow_nan=False,
        allow_infinity=False,
    )


MAKERS: dict[str, Callable[[Schema, Schema, int], st.SearchStrategy[Any]]] = {
    "object": _object, "array": _array, "string": _string, "integer": _integer, "number": _number,
    "boolean": lambda *_: st.booleans(), "null": lambda *_: st.none(),
    "any": lambda *_: st.sampled_from([None, 1, "a", [1], {"a": None}]),
}  # fmt: skip
