"""Ways to break a workspace. Some keep it YAML and break what it says, others break the text."""

import json
import random
import re
from collections.abc import Callable
from typing import Any

import yaml

from tests.fuzz import inventions
from tests.fuzz.corpus import Tree

Chance = random.Random
ODD = (
    "\x00", "\x07", "\x1b", "\x7f", "\x85", "\xa0", "\u200d", "\u2028", "\u2029", "\ufeff", "\ufffd", "\U0001f4da",
    "\t", "\r", "\r\n", "é", "ж", "٣", "İ", "ß", "\u0301", "\u202e", "ＡＢ",
)  # fmt: skip
SIGNS = (
    "---\n", "...\n", "? ", ": ", "- ", "&a ", "*a ", "<<: ", "!!int ", "!x ", "|\n", ">-\n", "'", '"', "{", "}", "[",
    "]", "#", "%", "@", "`", "\\", ",", "\n", "\n  ", "&a [*a]", "{}", "[]", "~", "%YAML 1.1\n", "||", "?", "\\x",
    '"\\u0000"',
)  # fmt: skip
SCALARS: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2**31, 2**63, -(2**63) - 1, 10**40, 10**350, 0.5, -0.0, 1e308, 1e-320, float("inf"),
    float("nan"), "", " ", "a", "on", "no", "012", "0x1F", "1e3", "12:30:00", "2026-01-01", "null", "~", "é", "ж" * 300,
    "a\nb", "a\x07b", "\u2028", "x" * 5000, "{a}", "{", "a: b", "../..", "/", "//", "/{a}/{a}", "/{a:path}", "%s",
    "${x}", "class", "None", "self", "int", "str", "object", "list", "model_dump", "copy", "__init__", "_x", "Page",
    "Base Model", "list[", "list[list[list[int]]]", "dict[int, int]", "dict[float, any]", "set[json]", "A | B", "int?",
    "int??", "literal[]", "literal[a, 1]", "Page[Page[int]]", "enum", "any | int", "(", "(a)\\1", "a{99999}", "(?i",
    "[[:alpha:]]", [], {}, [None], {"": None}, [[]], {"a": {"b": {"c": []}}},
)  # fmt: skip
KEYS = (
    "", " ", "type", "fields", "values", "names", "default", "ref", "crud", "extends", "variants", "on", "null", "1",
    "<<", "a b", "ключ", "__class__", "x" * 300, "a\nb", "rest", "events", "operations", "config", "handlers",
    "optional", "alias", "ge", "le", "multiple_of", "digits", "max_length", "pattern", "example", "discriminator",
)  # fmt: skip
PATHS = (
    "services.yaml", "services.yml", "architecture.yaml", "shared/spec/models.yaml", "shared/spec/models/x.yaml",
    "shared/spec/events.yaml", "shared/spec/events/x.yml", "shared/spec/errors.yaml", "shared/spec/rest.yaml",
    "shared/spec/auth.yaml", "shared/spec/routers/a.yaml", "services/backend/spec/service.yaml",
    "services/backend/spec/manifest.yaml", "services/backend/spec/models.yaml", "services/backend/spec/models/y.yaml",
    "services/backend/spec/routers/class.yaml", "services/backend/spec/routers/Книги.yaml",
    "services/backend/spec/routers/a b.yaml", "services/backend/spec/routers/.hidden.yaml",
    "services/backend/spec/books.yaml", "services/nobody/spec/routers/x.yaml", "services/backend/env.contract.yaml",
    "services/Ba-d/spec/routers/x.yaml", "services/backend/spec/routers/deep/x.yaml",
)  # fmt: skip


def invented(chance: Chance) -> Tree:
    """A workspace of which nothing was written by anyone."""
    return {path: written(value, chance, plain=True).encode() for path, value in inventions.workspace(chance).items()}


def mutated(tree: Tree, chance: Chance, words: list[str], others: list[Tree]) -> Tree:
    """The workspace with one to four things broken."""
    tree = dict(tree)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        paths = sorted(tree)
        if not paths or chance.random() < 0.06:
            move(tree, chance, others)
            continue
        path = chance.choice(paths)
        if chance.random() < 0.6:
            tree[path] = meaning(tree[path], chance, words, others)
        else:
            tree[path] = spelling(tree[path], chance, words)
    return tree


def move(tree: Tree, chance: Chance, others: list[Tree]) -> None:
    """A file is lost, gets another name, or comes from another workspace."""
    paths = sorted(tree)
    what = chance.randrange(4)
    if what == 0 and paths:
        del tree[chance.choice(paths)]
    elif what == 1 and paths:
        tree[chance.choice(PATHS)] = tree.pop(chance.choice(paths))
    elif what == 2 and paths:
        tree[chance.choice((*PATHS, *paths))] = tree[chance.choice(paths)]
    else:
        other = chance.choice(others)
        path = chance.choice(sorted(other))
        tree[chance.choice((path, *PATHS))] = other[path]


def meaning(raw: bytes, chance: Chance, words: list[str], others: list[Tree]) -> bytes:
    """Change the values and write them down again, in one of the styles of YAML."""
    try:
        value = yaml.load(raw, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return spelling(raw, chance, words)
    for _ in range(chance.choice((1, 1, 2, 3))):
        value = changed(value, chance, words, others)
    try:
        return written(value, chance, plain=b"*" not in raw).encode("utf-8", "replace")
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return raw


def written(value: Any, chance: Chance, *, plain: bool) -> str:
    if plain and chance.random() < 0.4:
        return json.dumps(value, ensure_ascii=False, default=str)
    flow = chance.choice((None, False))
    return yaml.dump(value, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, default_flow_style=flow)


def changed(value: Any, chance: Chance, words: list[str], others: list[Tree]) -> Any:
    spots: list[tuple[Any, Any]] = []
    gather(value, spots)
    if not spots:
        return chance.choice(SCALARS)
    home, key = chance.choice(spots)
    chance.choice(STEPS)(home, key, chance, words, others)
    return value


def gather(value: Any, spots: list[tuple[Any, Any]]) -> None:
    """Every place inside of a value: what holds it, and under which key. What an alias repeats is looked at once."""
    queue, seen = [value], set()
    while queue:
        home = queue.pop()
        if isinstance(home, dict | list) and id(home) not in seen:
            seen.add(id(home))
            items = home.items() if isinstance(home, dict) else enumerate(home)
            spots += [(home, key) for key, _ in items]
            queue += home.values() if isinstance(home, dict) else home


def set_scalar(home: Any, key: Any, chance: Chance, *_: Any) -> None:
    home[key] = chance.choice(SCALARS)


def set_word(home: Any, key: Any, chance: Chance, words: list[str], *_: Any) -> None:
    home[key] = chance.choice(words)


def twist_text(home: Any, key: Any, chance: Chance, *_: Any) -> None:
    text = str(home[key])[:200] if isinstance(home[key], str | int | float) else "x"
    at = chance.randrange(len(text) + 1)
    extra = chance.choice((*ODD, *"[]{}|?,'\"/:.- ", chance.choice(SIGNS), ""))
    home[key] = text[:at] + extra + text[at + chance.randrange(3) :]


def remove(home: Any, key: Any, *_: Any) -> None:
    del home[key]


def rename(home: Any, key: Any, chance: Chance, words: list[str], *_: Any) -> None:
    if isinstance(home, list):
        home.append(home[key])
        return
    text = str(key)
    at = chance.randrange(len(text) + 1)
    slips = (text[:at] + text[at + 1 :], text[:at] + chance.choice(ODD) + text[at:], text.swapcase(), text + "s")
    name = chance.choice((*slips, *slips, chance.choice(KEYS), chance.choice(words)))
    items = [(name if other == key else other, inner) for other, inner in home.items()]
    home.clear()
    home.update(items)


def add(home: Any, key: Any, chance: Chance, words: list[str], *_: Any) -> None:
    value = chance.choice((home[key], *SCALARS))
    if isinstance(home, list):
        home.insert(chance.randrange(len(home) + 1), value)
    else:
        home[chance.choice((*KEYS, chance.choice(words)))] = value


def exchange(home: Any, key: Any, chance: Chance, *_: Any) -> None:
    other = chance.choice(list(home) if isinstance(home, dict) else range(len(home)))
    home[key], home[other] = home[other], home[key]


def wrap(home: Any, key: Any, chance: Chance, *_: Any) -> None:
    kind = chance.choice(("type", "of", "value", "rest", ""))
    for _times in range(chance.choice((1, 1, 1, 2, 20, 70))):
        home[key] = [home[key]] if not kind else {kind: home[key]}


def splice(home: Any, key: Any, chance: Chance, _words: list[str], others: list[Tree]) -> None:
    other = chance.choice(others)
    try:
        value = yaml.load(other[chance.choice(sorted(other))], Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return
    spots: list[tuple[Any, Any]] = []
    gather(value, spots)
    if spots:
        there, inside = chance.choice(spots)
        home[key] = there[inside]


def invent(home: Any, key: Any, chance: Chance, *_: Any) -> None:
    kinds = (
        inventions.field,
        inventions.fields,
        inventions.model,
        inventions.param,
        inventions.operation,
        inventions.value,
    )
    home[key] = chance.choice(kinds)(chance)


STEPS: tuple[Callable[..., None], ...] = (
    set_scalar, set_scalar, set_word, twist_text, twist_text, remove, rename, rename, add, exchange, wrap, splice,
    invent, invent,
)  # fmt: skip


def spelling(raw: bytes, chance: Chance, words: list[str]) -> bytes:
    """Change bytes, characters, words or lines, whatever they mean."""
    kind = chance.randrange(9)
    if kind == 0 and raw:
        at = chance.randrange(len(raw))
        return raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]
    text = raw.decode("utf-8", "replace")
    if kind == 1:
        return put(text, chance.choice(ODD) * chance.choice((1, 1, 3)), chance)
    if kind == 2:
        return put(text, chance.choice(SIGNS), chance)
    if kind == 3:
        start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        return (text[:start] + text[min(end, start + 40) :]).encode("utf-8", "replace")
    if kind == 4:
        return text[: chance.randrange(len(text) + 1)].encode("utf-8", "replace")
    if kind == 5:
        return swapped(text, chance, words)
    if kind == 6:
        lines = text.splitlines(keepends=True) or [""]
        at = chance.randrange(len(lines))
        line = chance.choice((lines[at] * 2, "  " + lines[at], lines[at].lstrip(), "\t" + lines[at]))
        return "".join((*lines[:at], line, *lines[at + 1 :])).encode("utf-8", "replace")
    if kind == 7:
        return text.replace("\n", chance.choice(("\r\n", "\r", "\x85", "\u2028", "\n\n"))).encode("utf-8", "replace")
    deep = chance.choice(("[", "{a: ", "- ", "? ", "&a [", "*a ")) * chance.choice((3, 63, 64, 65, 3000))
    return put(text, deep, chance)


def put(text: str, extra: str, chance: Chance) -> bytes:
    at = chance.randrange(len(text) + 1)
    return (text[:at] + extra + text[at:]).encode("utf-8", "replace")


def swapped(text: str, chance: Chance, words: list[str]) -> bytes:
    tokens = re.split(r"(\W+)", text)
    one, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
    tokens[one] = chance.choice((tokens[other], chance.choice(words)))
    return "".join(tokens).encode("utf-8", "replace")
