"""How a value enters a text of another language without becoming a part of it that nobody meant.

A template may put in a `Snippet`, which one of the functions below has made, or a whole number. A bare text is shown
as text where the language has such a thing, as prose in Markdown, and is refused elsewhere.
"""

import json
import keyword
import re
import symtable
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import Any

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_PROSE = re.compile(r"[\\`*_\[\]<>|#~&]")
_BARE = re.compile(r"[A-Za-z0-9_./:@%+,=-]*\Z")
_ENV_LINE = re.compile(r"(#.*|[A-Za-z_][A-Za-z0-9_]*=.*)?\Z")
_TICKS = re.compile(r"`+")

# What an editor does not show, or shows in another order than the interpreter reads it. Fixed ranges and not
# `str.isprintable`, whose answer depends on the version of Python.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
_PLAIN = re.compile(r"[ !#-\[\]-~]*\Z")  # neither quotes of the double kind, nor backslashes, nor what is not ASCII
_json_text: Callable[[Any], str] = json.encoder.encode_basestring
_json_scalar = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_BLOCK = re.compile(r"\n\n\n(?=\S)")
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "'": "\\'", "\\": "\\\\"}


class Snippet(str):
    """Text in the language of a template. Joining one to a bare text gives a bare text again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Language:
    """`literal` spells any value; `prose` shows a bare text, where it can; `check` raises on what does not parse."""

    literal: Callable[[object], str]
    check: Callable[[str], object]
    prose: Callable[[str], str] | None = None


@cache
def language(name: str) -> Language:
    """That of a template, by the suffix before `.j2`."""
    suffix = name.removesuffix(".j2").rpartition(".")[2]
    if suffix not in LANGUAGES:
        raise LookupError(f"{name}: no language is known by the suffix .{suffix}")
    return LANGUAGES[suffix]


def word(text: object) -> Snippet:
    """A name, or several with dots between, that may stand in code as it is."""
    return _word(str(text))


@lru_cache(maxsize=1 << 14)
def _word(text: str) -> Snippet:
    if all(_NAME.match(part) and not keyword.iskeyword(part) for part in text.split(".")):
        return Snippet(text)
    raise ValueError(f"{text!r} is no name")


def python_literal(value: object) -> str:
    """A literal that Python and a reader take alike, the same under every version."""
    if isinstance(value, Enum):
        raise TypeError(f"{value!r} has no literal")
    if value is None or isinstance(value, bool | int):
        return repr(value)
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, float):
        return repr(value) if abs(value) < float("inf") else f'float("{value}")'
    if isinstance(value, Decimal):
        return f'Decimal("{value}")'
    if isinstance(value, dict):
        return "{" + ", ".join(f"{python_literal(key)}: {python_literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(python_literal, value)) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(python_literal, value)) + ("," if len(value) == 1 else "") + ")"
    raise TypeError(f"{value!r} has no literal")


def _quoted(text: str) -> str:
    """In double quotes, unless single ones save escapes: so formatters leave it."""
    if _PLAIN.match(text):
        return f'"{text}"'
    quote = "'" if text.count('"') > text.count("'") else '"'
    inner = re.sub(rf"[\\{quote}\n\r\t]", lambda found: _ESCAPES[found.group()], text)
    return quote + _UNSEEN.sub(_escaped, inner) + quote


class Shared(dict[str, Any]):
    """A JSON object that many documents hold: spelled once for each depth at which it stands, so nobody changes it."""

    __slots__ = ("spelled",)

    def __init__(self, found: Mapping[str, Any]) -> None:
        super().__init__(found)
        self.spelled: dict[str, str] = {}


def json_literal(value: object, margin: str = "\n") -> str:
    """Indented by two. The encoder of `json` is written in Python where it indents, and takes twice as long."""
    if value.__class__ is str:
        return _json_text(value)
    if isinstance(value, Shared):
        if margin not in value.spelled:
            value.spelled[margin] = json_literal(dict(value), margin)
        return value.spelled[margin]
    if isinstance(value, dict) and value:
        inner = margin + "  "
        rows = [f"{inner}{_json_key(key)}: {json_literal(item, inner)}" for key, item in value.items()]
        return "{" + ",".join(rows) + margin + "}"
    if isinstance(value, list | tuple) and value:
        inner = margin + "  "
        return "[" + ",".join([inner + json_literal(item, inner) for item in value]) + margin + "]"
    return _json_scalar(value)


@lru_cache(maxsize=1 << 12, typed=True)
def _json_key(key: object) -> str:
    """As `json` spells a key: whatever is no text becomes one."""
    return _json_scalar(key if isinstance(key, str) else _json_scalar(key))


def yaml_literal(value: object) -> str:
    """Every JSON value is YAML; on one line it is so at any depth."""
    return _UNSEEN.sub(_escaped, json.dumps(value, ensure_ascii=False, allow_nan=False))


def env_literal(value: object) -> str:
    """A value of `.env`, for python-dotenv first of all: in double quotes it knows these escapes and no others, so
    what cannot be spelled becomes a space."""
    text = str(value)
    if _BARE.match(text):
        return text
    if "'" not in text and "\\" not in text and not _UNSEEN.search(text):
        return f"'{text}'"
    inner = re.sub(r'[\\"\n\r\t]', lambda found: _ESCAPES[found.group()], text)
    return f'"{_UNSEEN.sub(" ", inner)}"'


def env_prose(text: str) -> str:
    """One line of a comment."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def code_span(value: object) -> str:
    """Code in a sentence or in the cell of a table."""
    return _span(str(value))


@lru_cache(maxsize=1 << 14)
def _span(code: str) -> str:
    text = " ".join(_UNSEEN.sub(" ", code).split()).replace("|", "\\|")
    fence = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}" if text else ""


def markdown_prose(text: str) -> str:
    """One line of prose: neither a heading, nor a table, nor a link, nor HTML comes out of it."""
    return _PROSE.sub(r"\\\g<0>", " ".join(_UNSEEN.sub(" ", text).split()))


def _escaped(found: re.Match[str]) -> str:
    number = ord(found.group())
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _parsed_python(text: str) -> None:
    """By the parser of the interpreter and up to its table of names: a tree for Python to walk would cost twice that,
    and nobody walks it. Even inside it takes a hundred times the room of its text, so one block follows another; whole
    statements behind whole statements are a module. Where a block is none, such as half a docstring, the text decides.
    """
    try:
        for block in _BLOCK.split(text):
            symtable.symtable(block, "rendered", "exec")
    except SyntaxError:
        symtable.symtable(text, "rendered", "exec")


def _parsed_yaml(text: str) -> object:
    import yaml

    return yaml.safe_load(text)


def _parsed_env(text: str) -> None:
    for line in text.splitlines():
        if not _ENV_LINE.match(line):
            raise ValueError(f"{line!r} is neither a variable nor a comment")


def _anything(text: str) -> object:
    return text


LANGUAGES = {
    "py": Language(python_literal, _parsed_python),
    "json": Language(json_literal, json.loads),
    "yaml": Language(yaml_literal, _parsed_yaml),
    "yml": Language(yaml_literal, _parsed_yaml),
    "env": Language(env_literal, _parsed_env, env_prose),
    "md": Language(code_span, _anything, markdown_prose),
}
