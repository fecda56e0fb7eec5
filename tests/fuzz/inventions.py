"""Declarations that nobody wrote: each is nearly right, so that it comes as far as the last pass."""

from random import Random
from typing import Any

from framework.scalars import SCALARS

NUMBERS = (
    0, 1, -1, 3, 0.01, 0.1, 1.5, -0.0, 2**63, -(2**63), 2**64, 10**18, 10**30, 10**330, 1e30, 1e300, 1e308, -1e308,
    1e-300, 5e-324, 1e22, 123456789.123456789,
)  # fmt: skip
TEXTS = (
    "a", "", "1", "1e30", "1e9999999999", "-0", "NaN", "Infinity", "sNaN", "1_0", "٣", " 1 ", "1e-400", "0x1", "YQ==",
    "=", "2026-02-30", "2026-01-31", "2026-01-31T12:30:00Z", "2026-01-31T12:30:00+99:99", "24:00", "12:30", "P1D", "P",
    "PT", "PT1e5S", "P99999999999Y", "a@b", "http://", "http://[::1", "urn:x", "00000000-0000-0000-0000-000000000000",
    "null", "é" * 40, "ａ", "a\u0000", "\U0001f4da", "(?P<a>b)\\k<a>", "^(a+)+$", "\\d{1,1000}", "[", "a|b",
    "\\p{Greek}",
)  # fmt: skip
LIMITS = (
    "ge", "gt", "le", "lt", "multiple_of", "min_length", "max_length", "pattern", "min_items", "max_items",
    "unique_items", "digits", "places",
)  # fmt: skip
FLAGS = ("optional", "nullable", "required", "readonly", "writeonly", "sensitive", "pii", "deprecated")
NAMES = (
    "Book", "BookRead", "Author", "AuthorCreate", "Status", "Slug", "Card", "Cash", "Node", "Missing", "Page",
    "Stamped",
)  # fmt: skip
GOOD = ("a", "b", "id", "title", "kind", "book_id")
WORDS = (*GOOD, *GOOD, *GOOD, "class", "Title", "model_x", "self", "x-y", "session", "", "1")
EVENTS = ("book_created", "book_lost", "missing_event")
ERRORS = ("gone", "duplicate_title", "missing_error")
PARTS = (
    "/",
    "/books",
    "/{id}",
    "/{book_id}",
    "/{id}.json",
    "/me",
    "/{a}-{b}",
    "/{a}{b}",
    "/health",
    "//",
    "/..",
    "/%41",
    "",
)
SUFFIXES = ("Create", "Update", "Read", "Bulk", "read", "")


def expression(chance: Random, depth: int = 0) -> str:
    """A type, mostly a sound one."""
    kind = chance.random()
    if depth > 3 or kind < 0.45:
        return chance.choice((*SCALARS, *SCALARS, *NAMES, "enum", "str"))
    inner = expression(chance, depth + 1)
    if kind < 0.6:
        return f"list[{inner}]"
    if kind < 0.68:
        return f"set[{inner}]"
    if kind < 0.78:
        return f"dict[{expression(chance, depth + 1)}, {inner}]"
    if kind < 0.84:
        return f"{inner}?"
    if kind < 0.92:
        return f"{inner} | {expression(chance, depth + 1)}"
    return chance.choice(("literal[a, b]", "literal[1, 2]", 'literal["x y", 3]', f"Page[{inner}]", "literal[card]"))


def nested(chance: Random, depth: int = 0) -> Any:
    """A type in the older spelling."""
    word = chance.choice(("list", "dict", "optional", "set", "enum", "string", "int", *NAMES))
    inner = (lambda: nested(chance, depth + 1)) if depth < 3 else (lambda: {"type": "int"})
    if word == "dict":
        return {"type": word, "key": {"type": chance.choice(("string", "int", "float"))}, "value": inner()}
    if word == "enum":
        return {"type": word, "values": chance.choice((["a", "b"], [1, 2], ["2xl"])), "default": "a"}
    return {"type": word, "of": inner()} if word in ("list", "optional", "set") else {"type": word}


def value(chance: Random, depth: int = 0) -> Any:
    kind = chance.random()
    if kind < 0.4:
        return chance.choice(NUMBERS)
    if kind < 0.75 or depth > 2:
        return chance.choice((*TEXTS, True, False, None))
    inner = [value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return inner if kind < 0.88 else {chance.choice((*WORDS, "1", "2026-01-31")): one for one in inner}


def limited(chance: Random, made: dict[str, Any]) -> dict[str, Any]:
    if chance.random() < 0.5:
        return made
    for name in chance.sample(LIMITS, chance.choice((0, 1, 1, 2, 4))):
        made[name] = chance.choice(TEXTS) if name == "pattern" else chance.choice(NUMBERS)
        if name == "unique_items":
            made[name] = True
    for name in chance.sample(FLAGS, chance.choice((0, 0, 1, 2))):
        made[name] = chance.choice((True, True, False))
    for name in chance.sample(("default", "example"), chance.choice((0, 1, 1, 2))):
        made[name] = value(chance)
    return made


def field(chance: Random) -> Any:
    if chance.random() < 0.2:
        return expression(chance)
    made: dict[str, Any] = {"type": nested(chance) if chance.random() < 0.15 else expression(chance)}
    if made["type"] == "enum" or chance.random() < 0.1:
        made["values"] = chance.choice((["a", "b"], [1, 2], ["a-b", "a_b"], ["2xl", "ключ"], [1, "a"], ["a", "a"], []))
        if chance.random() < 0.3:
            made["names"] = chance.choice((["A", "B"], {"a": "X"}, {"1": "ONE"}, ["name", "A"], {}))
    if chance.random() < 0.15:
        made["discriminator"] = chance.choice(("kind", "title"))
    if chance.random() < 0.15:
        made["alias"] = chance.choice((*WORDS, "from", "a b", "ключ"))
    return limited(chance, made)


def fields(chance: Random) -> dict[str, Any]:
    return {chance.choice(WORDS): field(chance) for _ in range(chance.randrange(5))}


def model(chance: Random) -> dict[str, Any]:
    made: dict[str, Any] = {"fields": fields(chance)}
    if chance.random() < 0.3:
        made["extends"] = chance.choice((*NAMES, [chance.choice(NAMES), chance.choice(NAMES)]))
    if chance.random() < 0.5:
        some = [chance.choice(WORDS)]
        bodies = (None, {}, {"optional": "*"}, {"exclude": some}, {"optional": some, "exclude": some})
        made["variants"] = {chance.choice(SUFFIXES): chance.choice(bodies) for _ in range(chance.randrange(1, 4))}
    if chance.random() < 0.1:
        made["abstract"] = True
    return made


def param(chance: Random) -> Any:
    if chance.random() < 0.25:
        return chance.choice(WORDS)
    made: dict[str, Any] = {"name": chance.choice(WORDS), "type": expression(chance)}
    made["source"] = chance.choice(("path", "query", "header", "cookie"))
    if chance.random() < 0.3:
        made["alias"] = chance.choice((*WORDS, "X-Trace", "Accept", "ключ"))
    found = limited(chance, made)
    return {name: inner for name, inner in found.items() if name not in FLAGS or name in ("required", "deprecated")}


def body(chance: Random) -> str:
    name = chance.choice(NAMES)
    return chance.choice((name, name, name, f"list[{name}]", f"Page[{name}]", expression(chance)))


def operation(chance: Random) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if chance.random() < 0.85:
        path = "".join(chance.choice(PARTS) for _ in range(chance.randrange(4)))
        made["rest"] = {"method": chance.choice(("GET", "POST", "PUT", "PATCH", "DELETE")), "path": path}
        if chance.random() < 0.2:
            made["rest"]["status"] = chance.choice((200, 201, 204, 304, 599, 99, 10**30, -1))
    if chance.random() < 0.5:
        made["input"] = body(chance)
    if chance.random() < 0.6:
        made["output"] = body(chance)
    if chance.random() < 0.6:
        made["params"] = [param(chance) for _ in range(chance.randrange(4))]
    if chance.random() < 0.4:
        sides = ("subscribe", "publish_on_success", "publish_on_error", "message_model")
        made["events"] = {side: chance.choice(EVENTS) for side in chance.sample(sides, chance.choice((1, 1, 2)))}
    if chance.random() < 0.3:
        made["errors"] = [chance.choice(ERRORS) for _ in range(2)]
    return made


def domain(chance: Random) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operations": {f"do_{number}": operation(chance) for number in range(chance.randrange(1, 6))}
    }
    if chance.random() < 0.4:
        made["rest"] = {"prefix": chance.choice(("/books", "/{id}", "/", "books", "", "/a/{book_id}"))}
    return made


def workspace(chance: Random) -> dict[str, Any]:
    """All files of a small system, each as a value."""
    consumed = [
        {"service": "backend", "domain": "books"},
        {"service": "backend", "domain": "shelves", "operations": ["do_0"]},
    ]
    events = {
        name: {"message": chance.choice(NAMES), "publish": True, "subscribe": chance.random() < 0.7}
        for name in EVENTS[:2]
    }
    errors = {
        name: {"status": chance.choice((404, 409, 200)), "title": "x", "detail": fields(chance)} for name in ERRORS[:2]
    }
    models = {name: model(chance) for name in chance.sample(NAMES, chance.randrange(2, 8))}
    files = {
        "services.yaml": {
            "services": [{"name": "backend", "type": "python-fastapi"}, {"name": "worker", "type": "python-faststream"}]
        },
        "shared/spec/models.yaml": {
            "models": models,
            "enums": {"Status": {"values": chance.choice((["a", "b"], [1, 2]))}},
            "types": {"Slug": limited(chance, {"type": chance.choice((*SCALARS, "Book"))})},
        },
        "shared/spec/events.yaml": {"events": events},
        "shared/spec/errors.yaml": {"errors": errors},
        "services/backend/spec/routers/books.yaml": domain(chance),
        "services/backend/spec/routers/shelves.yaml": domain(chance),
        "services/worker/spec/service.yaml": {"consumes": chance.sample(consumed, chance.randrange(3))},
    }  # fmt: skip
    for name in (
        "required",
        "readonly",
        "writeonly",
        "sensitive",
        "pii",
        "optional",
        "nullable",
        "deprecated",
        "default",
    ):
        files["shared/spec/models.yaml"]["types"]["Slug"].pop(name, None)
    if chance.random() < 0.3:
        files["services/backend/spec/models.yaml"] = {"models": {f"Own{number}": model(chance) for number in range(2)}}
    return files
