"""The document of the compiler is the one that FastAPI derives from what the compiler generated, but for a table.

Each row says what FastAPI tells otherwise and why ours is kept. All rows are needed: one that nothing uses fails.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from framework.emit.openapi.patterns import admits_nul
from tests.behaviour.openapi.odd import laid
from tests.behaviour.openapi.workspace import generate, occupy, run, served
from tests.unit.openapi.documents import EXAMPLES

Json = dict[str, Any]
BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
MEMBERS = {"type", "title", "status", "code"}
NULL = {"type": "null"}
NUMERAL = re.compile(r"\^[-?0-9.:()\[\]{},|*+\\$]+")
HIGHEST = 2**63 - 1
LEFT_ALONE = ("examples", "enum", "const", "mapping")


@dataclass(frozen=True)
class Row:
    """`same` makes of an object of either document what both would hold if it were not for this difference."""

    why: str
    same: Callable[[Json], Json]


def without(*names: str) -> Callable[[Json], Json]:
    return lambda node: {key: value for key, value in node.items() if key not in names}


def where(asked: Callable[[Json], bool], same: Callable[[Json], Json]) -> Callable[[Json], Json]:
    return lambda node: same(node) if asked(node) else node


def is_param(node: Json) -> bool:
    return "in" in node and "schema" in node


def is_operation(node: Json) -> bool:
    return "operationId" in node and "responses" in node


def exact(node: Json) -> Json:
    """The float next to the highest number of 64 bits is one more."""
    found = {key: int(node[key]) for key in BOUNDS if isinstance(node.get(key), float) and node[key].is_integer()}
    return node | {key: HIGHEST if value == HIGHEST + 1 else value for key, value in found.items()}


def without_null(node: Json) -> Json:
    schema = node["schema"]
    arms = [arm for arm in schema.get("anyOf", ()) if arm != NULL]
    if len(arms) == len(schema.get("anyOf", ())):
        return node
    rest = without("anyOf")(schema)
    return node | {"schema": rest | (arms[0] if len(arms) == 1 else {"anyOf": arms})}


def without_nul(node: Json) -> Json:
    return node if admits_nul(node["pattern"]) else without("allOf")(node)


def told_once(node: Json) -> Json:
    return node | {"schema": without("description", "deprecated")(node["schema"])}


def nameless(node: Json) -> Json:
    words = node["summary"].lower().replace(" ", "_")
    return without("summary")(node) if node["operationId"].endswith(words) else node


def answers(node: Json, same: Callable[[str, Json], Json]) -> Json:
    return node | {"responses": {status: same(status, answer) for status, answer in node["responses"].items()}}


def problems(node: Json) -> Json:
    """Neither what a problem looks like nor the components that only problems reach."""
    schemas = node["components"]["schemas"]
    kept = {name: found for name, found in schemas.items() if MEMBERS - set(found.get("properties", ()))}
    return node | {"components": {"schemas": kept}}


ROWS = (
    Row(
        "Pydantic makes titles of the names, which say nothing that the names do not",
        lambda node: {key: value for key, value in node.items() if key != "title" or not isinstance(value, str)},
    ),
    Row("FastAPI writes integers as floats, and the bounds of 64 bits are no floats", exact),
    Row(
        "FastAPI drops null wherever it stands, as if no default were the same as the default null",
        lambda node: without("default")(node) if node.get("default", 0) is None else node,
    ),
    Row(
        "FastAPI makes a summary of the name of the function where the spec has none",
        where(lambda node: is_operation(node) and "summary" in node, nameless),
    ),
    Row(
        "FastAPI calls every success `Successful Response`; ours says which",
        where(
            is_operation,
            lambda node: answers(node, lambda status, found: found if status > "3" else without("description")(found)),
        ),
    ),
    Row(
        "FastAPI adds null to a parameter that may be left out, but a request has no way to write it",
        where(is_param, without_null),
    ),
    Row(
        "FastAPI says twice what a parameter is for and whether it is deprecated",
        where(is_param, told_once),
    ),
    Row(
        "Pydantic's text refuses NUL in a pattern of its own; ours leaves it out where the pattern of the spec does",
        where(lambda node: isinstance(node.get("pattern"), str) and "allOf" in node, without_nul),
    ),
    Row(
        "Pydantic adds null to what takes every value",
        where(lambda node: node.get("anyOf") == [{}, NULL], without("anyOf")),
    ),
    Row(
        "Pydantic cannot say the number of bytes to the byte; the groups and the padding of the text tell",
        where(lambda node: "contentEncoding" in node, without("anyOf", "allOf", "minLength", "maxLength", "pattern")),
    ),
    Row(
        "Pydantic tells the default of bytes as if they were text, where the wire has base64",
        where(lambda node: "contentEncoding" in node, without("default")),
    ),
    Row(
        "Pydantic tells neither the bounds of a decimal nor its digits in all; the pattern does",
        where(
            lambda node: bool(NUMERAL.fullmatch(str(node.get("pattern")))) and r"\." in node["pattern"],
            lambda node: node | {"pattern": "of a decimal"},
        ),
    ),
    Row(
        "Pydantic tells neither that keys with a format are text nor the bounds of those that are numbers",
        without("propertyNames"),
    ),
    Row(
        "the routes name one problem for all errors; ours says what each looks like",
        where(
            is_operation,
            lambda node: answers(
                node, lambda status, found: without("content")(found) if "problem+json" in str(found) else found
            ),
        ),
    ),
    Row("the routes name no components of problems", where(lambda node: "openapi" in node, problems)),
    Row(
        "the routes have no links",
        where(is_operation, lambda node: answers(node, lambda status, found: without("links")(found))),
    ),
)


def normal(node: Any, rows: Sequence[Row]) -> Any:
    """A document, from the inside out, without what the rows are about. Values of the user are left alone."""
    if isinstance(node, list):
        return [normal(item, rows) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: value if key in LEFT_ALONE else normal(value, rows) for key, value in node.items()}
    for row in rows:
        found = row.same(found)
    return found


@cache
def both(root: Path) -> list[tuple[Json, Json]]:
    """The document of each service of a workspace, beside the derived one."""
    with TemporaryDirectory() as scratch:
        made = generate(root, Path(scratch) / "workspace") if root.name != "odd" else laid(Path(scratch) / "workspace")
        occupy(made)
        return [(found, json.loads(run("derive.py", made, name))) for name, found in served(made).items()]


WORKSPACES = [*EXAMPLES, Path("odd")]


@pytest.mark.slow
@pytest.mark.parametrize("root", WORKSPACES, ids=lambda path: path.name)
def test_the_document_is_the_derived_one(root: Path) -> None:
    for ours, derived in both(root):
        assert normal(ours, ROWS) == normal(derived, ROWS)


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.why[:50])
def test_every_difference_is_there(row: Row) -> None:
    others = [other for other in ROWS if other is not row]
    pairs = [pair for root in WORKSPACES for pair in both(root)]
    assert any(normal(ours, others) != normal(derived, others) for ours, derived in pairs)
