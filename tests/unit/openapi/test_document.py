"""What a document says of a workspace: each test asks for a few keys out of hundreds, where a folder expects all."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.unit.openapi.documents import EXAMPLES, document, documents, references

EXPECTED = Path(__file__).parent / "expected" / "bookshop.json"
BLESS = "autogen openapi --root spec_examples/bookshop --out tests/unit/openapi/expected/bookshop.json"

MODELS = """
# shared/spec/models.yaml
models:
  Book:
    fields:
      id: {type: uuid, readonly: true}
      title: string
      pages: {type: int, ge: 1, default: 10}
    variants: {Create: {}, Update: {optional: "*"}, Read: {}}
  Problem: {fields: {text: string}}
  Unused: {fields: {text: string}}
"""
HOSTILE = [
    "plain",
    "\"'`",
    '"""',
    "'''",
    "\\",
    "\\n\\u0041\\",
    "a\nb\r\nc\td",
    "\u2028\u2029\u0085\ufeff",
    "{{ 7 * 7 }} {% raw %} {# no #}",
    "{0} {name} ${HOME} %s %(x)s",
    "# no: comment",
    "</script><!-- -->",
    "]}],}",
    "\u202e\u200b\u0007\x7f",
    "ёлка 木 🎄",
    "null",
    "0x10",
]


def names(found: Any) -> set[str]:
    return set(found["components"]["schemas"])


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


LATER = {
    "503": {
        "description": "The service cannot answer now",
        "content": {"application/problem+json": {"schema": reference("Problem")}},
    }
}
"""What every operation of a service with a database may answer."""


def operations(found: Any) -> dict[str, Any]:
    return {one["operationId"]: one for path in found["paths"].values() for one in path.values()}


@pytest.mark.parametrize("root", EXAMPLES, ids=lambda path: path.name)
def test_every_document_is_one(root: Path) -> None:
    found = documents(root)
    assert found
    for each in found.values():
        assert [fault.message for fault in OpenAPIV31SpecValidator(each).iter_errors()] == []


@pytest.mark.parametrize("root", EXAMPLES, ids=lambda path: path.name)
def test_components_are_those_that_are_reached(root: Path) -> None:
    for each in documents(root).values():
        used = {reference.rpartition("/")[2] for reference in references(each)}
        assert used == set(each["components"]["schemas"])
        assert list(each["components"]["schemas"]) == sorted(used)


@pytest.mark.parametrize("root", EXAMPLES, ids=lambda path: path.name)
def test_defaults_and_examples_are_values_of_their_schemas(root: Path) -> None:
    for each in documents(root).values():
        for schema in schemas(each):
            given = [*([schema["default"]] if "default" in schema else []), *schema.get("examples", [])]
            whole = {**schema, "components": each["components"]}
            assert [value for value in given if not Draft202012Validator(whole).is_valid(value)] == [], schema


def test_the_bookshop_is_as_it_was() -> None:
    found = documents(EXPECTED.parents[4] / "spec_examples" / "bookshop")["shop"]
    assert json.dumps(found, ensure_ascii=False, indent=2) + "\n" == EXPECTED.read_text(encoding="utf-8"), BLESS


def test_only_what_is_called_by_http_has_a_path(tmp_path: Path) -> None:
    found = document(
        MODELS
        + "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
        + "# services/backend/spec/routers/books.yaml\noperations:\n"
        + "  on_lost: {input: Book, events: {subscribe: book_lost}}\n",
        tmp_path,
    )
    assert found == {"openapi": "3.1.0", "info": {"title": "backend API", "version": "0.1.0"}, "paths": {}}


@pytest.mark.parametrize("kind", ["python", "node", "default"])
def test_whoever_serves_requests_has_a_document(kind: str, tmp_path: Path) -> None:
    found = document(
        f"# services.yaml\nservices: [{{name: backend, type: {kind}}}, {{name: idle, type: python-fastapi}}]\n"
        "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /}}}\n",
        tmp_path,
    )
    assert found["paths"] == {"/": {"get": {"operationId": "ping", "responses": {"200": {"description": "OK"}}}}}
    assert list(documents(tmp_path / "workspace")) == ["backend"]


def test_operations_of_one_name_stay_apart(tmp_path: Path) -> None:
    found = document(
        MODELS
        + "# services/backend/spec/routers/books.yaml\n"
        + "rest: {prefix: /books, tags: [a, b]}\noperations: {find: {output: BookRead, rest: {method: GET}}}\n"
        + "# services/backend/spec/routers/cars.yaml\n"
        + "rest: {prefix: /cars}\noperations: {find: {rest: {method: GET}}}\n",
        tmp_path,
    )
    assert list(operations(found)) == ["books_find", "cars_find"]
    assert operations(found)["books_find"]["tags"] == ["a", "b"]
    assert operations(found)["cars_find"] == {
        "operationId": "cars_find",
        "responses": {"200": {"description": "OK"}, **LATER},
    }


def test_bodies_may_be_lists(tmp_path: Path) -> None:
    found = document(
        MODELS
        + "# services/backend/spec/routers/books.yaml\noperations:\n"
        + "  add: {input: 'list[BookCreate]', output: 'list[BookRead]', rest: {method: POST, path: /books}}\n",
        tmp_path,
    )
    add = operations(found)["add"]
    create, read = ({"$ref": f"#/components/schemas/{name}"} for name in ("BookCreate", "BookRead"))
    assert add["requestBody"] == {
        "required": True,
        "content": {"application/json": {"schema": {"type": "array", "items": create}}},
    }
    assert add["responses"]["201"]["content"] == {"application/json": {"schema": {"type": "array", "items": read}}}
    assert list(add["responses"]) == ["201", "400", "413", "415", "422", "503"]


def test_what_a_request_sends_is_closed_and_what_it_gets_is_open(tmp_path: Path) -> None:
    found = document(
        MODELS
        + "# services/backend/spec/routers/books.yaml\noperations:\n"
        + "  change: {input: BookUpdate, output: BookRead, rest: {method: POST, path: /books}}\n",
        tmp_path,
    )
    schemas = found["components"]["schemas"]
    assert names(found) == {"BookUpdate", "BookRead", "Problem", "ValidationProblem"}
    assert schemas["BookUpdate"]["additionalProperties"] is False
    assert "required" not in schemas["BookUpdate"]
    assert "default" not in schemas["BookUpdate"]["properties"]["pages"]
    assert "additionalProperties" not in schemas["BookRead"]
    assert schemas["BookRead"]["required"] == ["id", "title"]
    assert schemas["BookRead"]["properties"]["pages"]["default"] == 10


def test_a_page_has_a_component_of_its_own(tmp_path: Path) -> None:
    found = document(
        MODELS
        + "# services/backend/spec/routers/books.yaml\noperations:\n"
        + "  turn: {output: 'Page[BookRead]', rest: {method: GET, path: /books}}\n",
        tmp_path,
    )
    content = operations(found)["turn"]["responses"]["200"]["content"]
    assert content == {"application/json": {"schema": reference("Page_BookRead_")}}
    assert found["components"]["schemas"]["Page_BookRead_"]["properties"] == {
        "items": {"type": "array", "items": reference("BookRead")},
        "next": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": None},
    }


PARAMS = """
# services/backend/spec/routers/books.yaml
rest: {prefix: "/shops/{shop_id}"}
operations:
  find:
    params:
      - {name: shop_id, type: int, ge: 1}
      - {name: id, alias: book_id, type: uuid}
      - {name: pages, type: "list[int]", source: query, required: false, max_items: 3}
      - {name: sort, type: "literal[up, down]", source: query, default: up, deprecated: true}
      - {name: price, type: "decimal?", source: query, default: null, example: 1}
      - {name: if_match, source: header, min_length: 2, description: The version that is meant}
      - {name: tags, source: header, type: "list[string]", default: [a]}
      - {name: sid, source: cookie, alias: shop-session}
    rest: {method: GET, path: "/books/{book_id}"}
"""


def test_parameters_of_every_source(tmp_path: Path) -> None:
    found = document(MODELS + PARAMS, tmp_path)
    one = found["paths"]["/shops/{shop_id}/books/{book_id}"]["get"]
    text = {"type": "string", "pattern": r"^[^\x00]*$"}
    whole = {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1}
    decimal = {"type": "string", "pattern": r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$"}
    assert one["parameters"] == [
        {"name": "shop_id", "in": "path", "required": True, "schema": whole | {"minimum": 1}},
        {"name": "book_id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}},
        {"name": "pages", "in": "query", "required": False, "schema": {"type": "array", "items": whole, "maxItems": 3}},
        {
            "name": "sort",
            "in": "query",
            "required": False,
            "deprecated": True,
            "schema": {"type": "string", "enum": ["up", "down"], "default": "up"},
        },
        {"name": "price", "in": "query", "required": False, "schema": decimal | {"examples": ["1"]}},
        {
            "name": "if-match",
            "in": "header",
            "required": True,
            "description": "The version that is meant",
            "schema": {"type": "string", "minLength": 2, "pattern": r"^[^\x00]*$"},
        },
        {
            "name": "tags",
            "in": "header",
            "required": False,
            "schema": {"type": "array", "items": text, "default": ["a"]},
        },
        {"name": "shop-session", "in": "cookie", "required": True, "schema": text},
    ]
    assert list(one["responses"]) == ["200", "404", "422", "503"]


ERRORS = """
# shared/spec/errors.yaml
errors:
  title_taken: {status: 409, title: Taken, description: Choose another, detail: {wanted: string, price: "decimal?"}}
  shop_closed: {status: 409, title: Closed}
  no_book: {status: 404, title: No such book}
  bad_title: {status: 422, title: A bad title}
# services/backend/spec/routers/books.yaml
operations:
  rename:
    params: [book]
    input: Problem
    errors: [title_taken, shop_closed, no_book, bad_title]
    rest: {method: POST, path: "/books/{book}"}
"""


def test_errors_stand_under_their_status(tmp_path: Path) -> None:
    found = document(MODELS + ERRORS, tmp_path)
    answers = operations(found)["rename"]["responses"]
    told = {
        status: answer["content"]["application/problem+json"]["schema"]
        for status, answer in answers.items()
        if status > "3"
    }
    assert told == {
        **dict.fromkeys(("400", "413", "415", "503"), reference("Problem_")),
        "404": {"anyOf": [reference("NoBook"), reference("Problem_")]},
        "409": {"oneOf": [reference("TitleTaken"), reference("ShopClosed")]},
        "422": {"anyOf": [reference("BadTitle"), reference("ValidationProblem")]},
    }
    assert answers["409"]["description"] == "Taken / Closed"
    assert names(found) >= {"Problem", "Problem_"}
    assert list(found["components"]["schemas"]["Problem"]["properties"]) == ["text"]


def test_a_problem_of_a_declared_error_is_itself_and_no_other(tmp_path: Path) -> None:
    found = document(MODELS + ERRORS, tmp_path)
    validator = Draft202012Validator(reference("TitleTaken") | {"components": found["components"]})
    sound = {
        "type": "about:blank",
        "title": "Taken",
        "status": 409,
        "code": "title_taken",
        "wanted": "x",
        "price": "1.50",
    }
    assert validator.is_valid(sound)
    assert validator.is_valid(sound | {"price": None})
    assert not validator.is_valid(sound | {"code": "shop_closed"})
    assert not validator.is_valid(sound | {"status": 404})
    assert not validator.is_valid({key: value for key, value in sound.items() if key != "wanted"})


def test_a_status_of_success_may_be_one_of_a_problem_too(tmp_path: Path) -> None:
    found = document(
        MODELS
        + "# services/backend/spec/routers/books.yaml\noperations:\n"
        + "  try_it: {input: BookCreate, output: BookRead, rest: {method: POST, path: /books, status: 422}}\n",
        tmp_path,
    )
    answers = operations(found)["try_it"]["responses"]
    assert list(answers) == ["422", "400", "413", "415", "503"]
    assert list(answers["422"]["content"]) == ["application/json", "application/problem+json"]


LINKS = """
# services/backend/spec/routers/books.yaml
rest: {prefix: "/shops/{shop}/books"}
operations:
  make: {params: [shop], input: BookCreate, output: BookRead, rest: {method: POST}}
  many: {params: [shop], input: BookCreate, output: "list[BookRead]", rest: {method: POST, path: /many}}
  get: {params: [shop, {name: book_id, type: uuid}], output: BookRead, rest: {method: GET, path: "/{book_id}"}}
  lend: {params: [shop, {name: book_id, type: uuid}], rest: {method: PUT, path: "/{book_id}/loan"}}
  page: {params: [shop, {name: book_id, type: uuid}, {name: n}], rest: {method: PATCH, path: "/{book_id}/{n}"}}
  sign: {params: [shop, {name: number, type: int}], rest: {method: DELETE, path: "/many/{number}"}}
"""


def test_what_was_made_leads_to_itself(tmp_path: Path) -> None:
    found = operations(document(MODELS + LINKS, tmp_path))
    values = {"shop": "$request.path.shop", "book_id": "$response.body#/id"}
    assert found["make"]["responses"]["201"]["links"] == {
        name: {"operationId": name, "parameters": values} for name in ("get", "lend")
    }
    assert [name for name, one in found.items() if "links" in json.dumps(one["responses"])] == ["make"]


SHAPES = """
# shared/spec/models.yaml
enums: {Currency: {values: [EUR, "on"], description: Money}, Stars: {values: [1, 2], names: [ONE, TWO]}}
types: {Slug: {type: string, pattern: "^[a-z]+$", max_length: 80, example: dune}, Level: {type: int, ge: 0, lt: 10}}
models:
  Cat: {fields: {kind: "literal[cat]", lives: {type: int, default: 9}}}
  Dog: {fields: {kind: "literal[dog, hound]"}}
  Book:
    description: A title
    fields:
      slug: {type: Slug, max_length: 40, alias: the slug}
      parent: {type: "Book?", required: false}
      pet: {type: "Cat | Dog", discriminator: kind}
      pets: {type: "list[Cat | Dog]", discriminator: kind, unique_items: true}
      either: {type: "int | string", nullable: true}
      words: "set[Slug]"
      prices: {type: "dict[Currency, decimal?]", default: {EUR: 1.5}, max_items: 2}
      sales: "dict[int, any]"
      counts: {type: "dict[Level, int]", default: {}}
      marks: {type: "dict[Stars, any]", default: {}}
      stars: {type: Stars, default: 1, deprecated: true, description: How good}
      odd: "literal[1, a]"
      sized: {type: bytes, max_length: 3}
      anything: {type: any, optional: true}
# services/backend/spec/routers/books.yaml
operations: {add: {input: Book, rest: {method: POST, path: /books}}}
"""


def test_types_of_every_shape(tmp_path: Path) -> None:
    schemas = document(SHAPES, tmp_path)["components"]["schemas"]
    whole = {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1}
    pet = {
        "oneOf": [reference("Cat"), reference("Dog")],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {
                kind: f"#/components/schemas/{name}"
                for kind, name in (("cat", "Cat"), ("dog", "Dog"), ("hound", "Dog"))
            },
        },
    }
    decimal = {"type": "string", "pattern": r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$"}
    sign = "[A-Za-z0-9+/]"
    base64 = f"^(?:(?:{sign}{{4}}){{0,1}}|{sign}{{2}}==|{sign}{{3}}=)$"
    assert schemas["Book"]["description"] == "A title"
    assert schemas["Book"]["required"] == ["the slug", "pet", "pets", "either", "words", "sales", "odd", "sized"]
    assert schemas["Book"]["properties"] == {
        "the slug": {"type": "string", "maxLength": 40, "pattern": "^[a-z]+$", "examples": ["dune"]},
        "parent": {"anyOf": [reference("Book"), {"type": "null"}]},
        "pet": pet,
        "pets": {"type": "array", "items": pet, "uniqueItems": True},
        "either": {"anyOf": [whole, {"type": "string", "pattern": r"^[^\x00]*$"}, {"type": "null"}]},
        "words": {
            "type": "array",
            "items": {"type": "string", "maxLength": 80, "pattern": "^[a-z]+$"},
            "uniqueItems": True,
        },
        "prices": {
            "type": "object",
            "propertyNames": reference("Currency"),
            "additionalProperties": {"anyOf": [decimal, {"type": "null"}]},
            "maxProperties": 2,
            "default": {"EUR": "1.5"},
        },
        "sales": {
            "type": "object",
            "propertyNames": {"type": "string", "pattern": "^(?:0|-?[1-9][0-9]{0,17})$"},
            "additionalProperties": True,
        },
        "counts": {
            "type": "object",
            "propertyNames": {
                "type": "string",
                "pattern": "^(?:0|-?[1-9][0-9]{0,17})$",
                "allOf": [{"pattern": "^(?:0|[1-9])$"}],
            },
            "additionalProperties": whole,
            "default": {},
        },
        "marks": {
            "type": "object",
            "propertyNames": {"type": "string", "enum": ["1", "2"]},
            "additionalProperties": True,
            "default": {},
        },
        "stars": reference("Stars") | {"description": "How good", "deprecated": True, "default": 1},
        "odd": {"enum": [1, "a"]},
        "sized": {"type": "string", "contentEncoding": "base64", "pattern": base64},
        "anything": {"default": None},
    }
    assert schemas["Currency"] == {"description": "Money", "type": "string", "enum": ["EUR", "on"]}
    assert schemas["Stars"] == {"type": "integer", "enum": [1, 2]}
    assert schemas["Cat"]["properties"] == {"kind": {"type": "string", "const": "cat"}, "lives": whole | {"default": 9}}


def hostile(text: str) -> str:
    """A workspace that has a text wherever a text may stand, every letter of it escaped."""
    said = '"' + "".join(f"\\U{ord(letter):08x}" for letter in text) + '"'
    return f"""
# services.yaml
services: [{{name: backend, type: python-fastapi, description: {said}}}]
# shared/spec/models.yaml
enums: {{Kind: {{values: [{said}], names: [ONLY], description: {said}}}}}
models:
  Book:
    description: {said}
    fields:
      title: {{type: string, description: {said}, default: {said}, example: {said}}}
      kind: {{type: Kind, default: {said}}}
      extra: {{type: any, default: {{{said}: {said}}}}}
# shared/spec/errors.yaml
errors:
  gone: {{status: 410, title: {said}, description: {said}, detail: {{why: {{type: string, description: {said}}}}}}}
# services/backend/spec/service.yaml
api: {{title: {said}, version: {said}}}
# services/backend/spec/routers/books.yaml
rest: {{tags: [{said}]}}
operations:
  add:
    summary: {said}
    description: {said}
    input: Book
    params: [{{name: q, source: query, description: {said}, default: {said}, example: {said}}}]
    errors: [gone]
    rest: {{method: POST, path: /books}}
"""


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_stay_texts(text: str, tmp_path: Path) -> None:
    found = document(hostile(text), tmp_path)
    schemas, add = found["components"]["schemas"], operations(found)["add"]
    book, gone = schemas["Book"], schemas["Gone"]
    assert found["info"] == {"title": text, "version": text, "description": text}
    assert [add["tags"], add["summary"], add["description"]] == [[text], text, text]
    assert add["parameters"][0]["description"] == text
    assert add["responses"]["410"]["description"] == text
    assert [book["description"], gone["description"], gone["properties"]["why"]["description"]] == [text] * 3
    assert schemas["Kind"] == {"description": text, "type": "string", "enum": [text]}
    assert book["properties"]["kind"]["default"] == text
    assert book["properties"]["extra"]["default"] == {text: text}
    for one in (book["properties"]["title"], add["parameters"][0]["schema"]):
        assert [one["default"], one["examples"]] == [text, [text]]


def schemas(node: object) -> list[Any]:
    """Every object of a document that may be a schema."""
    if isinstance(node, dict):
        inside = [found for key, item in node.items() if key not in ("default", "examples") for found in schemas(item)]
        return [node, *inside] if {"type", "$ref", "anyOf", "oneOf", "enum"} & node.keys() else inside
    return [found for item in node for found in schemas(item)] if isinstance(node, list) else []


def test_a_decimal_tells_of_what_it_is_a_multiple(tmp_path: Path) -> None:
    """In a word of our own: `multipleOf` speaks of numbers alone."""
    found = document(
        "# shared/spec/models.yaml\nmodels: {Coin: {fields: {worth: {type: decimal, multiple_of: 0.05}}}}\n"
        + "# services/backend/spec/routers/coins.yaml\noperations:\n"
        + "  find: {output: Coin, rest: {method: GET, path: /coins}}\n",
        tmp_path,
    )
    assert found["components"]["schemas"]["Coin"]["properties"]["worth"]["x-multiple-of"] == "0.05"
