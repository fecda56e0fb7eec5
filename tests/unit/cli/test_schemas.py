"""The schemas accept what the compiler accepts and refuse what it refuses, as far as a schema can see."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from framework import source
from framework.cli import editor
from framework.diagnostics import Report
from framework.emit.generators.editors import view
from framework.source.layout import Kind, survey
from framework.spec import FILES, schemas
from framework.spec.kinds import KINDS, ROWS
from framework.spec.shape import Shape
from framework.spec.words import MEANINGS
from tests.repository import ROOT

DRAFTS = (Draft202012Validator, Draft7Validator)
DOCUMENTS = {kind: schemas.document(kind) for kind in FILES}
EXAMPLES = sorted(path for path in (ROOT / "spec_examples").iterdir() if path.is_dir())


def refused(kind: str, value: object) -> list[str]:
    """What each draft has against a value; both have to see it alike."""
    found = [sorted(fault.message for fault in draft(DOCUMENTS[kind]).iter_errors(value)) for draft in DRAFTS]
    assert found[0] == found[1]
    return found[0]


def model(**keys: object) -> dict[str, object]:
    return {"models": {"Book": {"fields": {"title": "string"}, **keys}}}


def fields(**each: object) -> dict[str, object]:
    return {"models": {"Book": {"fields": each}}}


def operation(**keys: object) -> dict[str, object]:
    return {"operations": {"get_book": keys}}


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("kind", FILES)
def test_a_schema_is_one(kind: str, draft: Any) -> None:
    draft.check_schema(DOCUMENTS[kind])


@pytest.mark.parametrize("root", [*EXAMPLES, ROOT], ids=lambda path: path.name)
def test_every_spec_of_the_examples_is_accepted(root: Path) -> None:
    files = source.read(root, Report()).files
    assert [
        (file.path, refused(file.entry.kind, file.value)) for file in files if refused(file.entry.kind, file.value)
    ] == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("models", None),
        ("domain", {"spec": 1}),
        ("models", fields(title="string")),
        ("models", fields(tags={"type": {"type": "list", "of": {"type": "string"}}})),
        ("models", fields(rates={"type": {"type": "dict", "key": "string", "value": {"type": "set", "of": "int"}}})),
        ("models", fields(rate={"type": {"type": "optional", "of": {"type": "Rate"}}})),
        ("models", fields(state={"type": {"type": "enum", "values": ["a", 1], "default": "a"}})),
        ("models", fields(size={"type": "enum", "values": ["2xl"], "names": {"2xl": "XXL"}, "default": "2xl"})),
        ("models", fields(price={"type": "decimal", "ge": 0, "digits": 10, "places": 2, "default": None})),
        ("models", model(extends="Stamped", variants={"Create": None, "Update": {"optional": "*"}})),
        ("models", model(extends=["Stamped"], variants={"Read": {"exclude": ["note"], "optional": ["title"]}})),
        ("models", {"types": {"Slug": {"type": "string", "pattern": "^a$"}, "Price": "decimal"}}),
        ("errors", {"errors": {"taken": {"status": 409, "title": "Taken", "detail": {"wanted": "string"}}}}),
        ("domain", operation(params=["book_id", {"name": "limit", "type": "int", "source": "query", "default": 20}])),
        ("domain", {"config": {"rest": {"prefix": "/books", "tags": ["books"]}}}),
        ("domain", operation(events={"subscribe": "x", "message_model": "BookRead"})),
        ("services", {"version": "2", "services": [{"name": "a_1", "type": "node", "scaffold": False}]}),
        ("services", {"services": [{"name": "a", "type": "default", "depends_on": {"db": "service_healthy"}}]}),
        ("service", {"consumes": [{"service": "a", "domain": "b"}], "access": ["database"], "api": {"prefix": "/api"}}),
        ("manifest", {"consumes": [{"service": "a", "domain": "b", "operations": ["c"]}]}),
        ("events", {"events": {"made": {"message": "BookRead", "publish": True}}}),
    ],
)  # fmt: skip
def test_every_spelling_is_accepted(kind: str, value: object) -> None:
    assert refused(kind, value) == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("models", {"modles": {}}),
        ("models", []),
        ("models", {"spec": 2}),
        ("models", {"models": {"book": {}}}),
        ("models", {"models": {"Book": {"feilds": {}}}}),
        ("models", fields(title={"type": "string", "min_lenght": 1})),
        ("models", fields(title={"type": "string", "min_length": "1"})),
        ("models", fields(title={"max_length": 1})),
        ("models", fields(title={"type": "string", "readonly": "yes"})),
        ("models", fields(title={"type": ""})),
        ("models", fields(**{"in-title": "string"})),
        ("models", fields(tags={"type": {"type": "list"}})),
        ("models", fields(tags={"type": {"type": "list", "off": "string"}})),
        ("models", fields(tags={"type": {"type": "enum"}})),
        ("models", model(variants={"Read": {"excludes": ["a"]}})),
        ("models", model(variants={"Read": {"optional": "all"}})),
        ("domain", {"operation": {}}),
        ("domain", operation(rest={"method": "FETCH"})),
        ("domain", operation(rest={"path": "/a"})),
        ("domain", operation(params=[{"source": "query"}])),
        ("domain", operation(params=[{"name": "a", "type": {"type": "list", "of": "int"}}])),
        ("domain", {"config": {"rset": {}}}),
        ("services", {"services": [{"name": "a-b", "type": "node"}]}),
        ("services", {"services": [{"name": "a", "type": "nodejs"}]}),
        ("services", {"services": [{"name": "a", "type": "node", "depends_on": {"db": "healthy"}}]}),
        ("events", {"events": {"made": {}}}),
        ("errors", {"errors": {"taken": {"status": "409", "title": "Taken"}}}),
    ],
)
def test_slips_are_refused(kind: str, value: object) -> None:
    assert refused(kind, value) != []


def shapes() -> Iterator[type[Shape]]:
    waiting: list[type[Shape]] = [Shape]
    for shape in waiting:
        waiting += shape.__subclasses__()
        yield shape


def test_what_is_not_supported_yet_is_no_key() -> None:
    kinds = {shape.__name__: kind for kind, shape in FILES.items()}
    for shape in shapes():
        for document in DOCUMENTS.values():
            home = document if document is DOCUMENTS.get(kinds.get(shape.__name__, "")) else None
            part = home or document["$defs"].get(shape.__name__, {"properties": {}})
            assert not shape.LATER & set(part["properties"])


def keys(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of every mapping inside a schema."""
    if isinstance(schema, dict):
        for name, value in schema.items():
            if name == "properties":
                yield from value.items()
            if name not in ("examples", "default", "const"):
                yield from keys(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from keys(value)


@pytest.mark.parametrize("kind", FILES)
def test_every_key_is_described_and_shown(kind: str) -> None:
    found = list(keys(DOCUMENTS[kind]))
    assert len(found) > 1
    for name, key in found:
        assert key.get("description"), name
        assert key.get("examples"), name


@pytest.mark.parametrize("kind", FILES)
def test_every_example_is_accepted_where_it_stands(kind: str) -> None:
    for name, key in keys(DOCUMENTS[kind]):
        for example in key["examples"]:
            whole = {**key, "$defs": DOCUMENTS[kind]["$defs"]}
            assert list(Draft202012Validator(whole).iter_errors(example)) == [], name


@pytest.mark.parametrize("kind", FILES)
def test_every_part_is_used(kind: str) -> None:
    parts = DOCUMENTS[kind]["$defs"]
    used: set[str] = set()
    waiting: list[object] = [DOCUMENTS[kind]["properties"]]
    for schema in waiting:
        new = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema))) - used
        used |= new
        waiting += [parts[name] for name in new]
    assert set(parts) == used


def test_no_word_is_explained_that_nothing_takes() -> None:
    assert {word for word in MEANINGS if f'"const": "{word}"' not in json.dumps(DOCUMENTS)} == set()


def test_every_kind_of_file_has_a_row_a_shape_and_a_schema() -> None:
    assert set(KINDS) == set(FILES) == set(get_args(Kind))
    assert list(schemas.export()) == [f"{kind}.json" for kind in FILES]


@pytest.mark.parametrize("suffix", ["yaml", "yml"])
def test_the_rows_say_where_the_files_are_found(suffix: str, tmp_path: Path) -> None:
    for row in ROWS:
        for number, path in enumerate(row.paths):
            root = tmp_path / f"{row.name}{number}"
            place = root / re.sub(r"<\w+>", "thing", path).replace(".yaml", f".{suffix}")
            place.parent.mkdir(parents=True)
            place.touch()
            report = Report()
            found = survey(root, report).entries
            assert [entry.kind for entry in found] == [row.name], path
            assert report.diagnostics == []


def test_the_editor_asks_one_schema_about_a_file() -> None:
    globs = [glob for row in ROWS for glob in view.patterns(row)]
    assert "services/*/spec/*.yaml" not in globs
    assert {row.name for row in ROWS if not view.patterns(row)} == set()
    settings = json.loads(editor.files()[editor.SETTINGS])["yaml.schemas"]
    assert list(settings) == [f"{schemas.FOLDER}/{name}" for name in schemas.export()]
