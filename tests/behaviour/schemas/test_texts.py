"""The words of a spec never become code: hostile texts in every slot for free text, and each comes back as it was."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.behaviour.schemas.test_clean import formatted, linted
from tests.behaviour.schemas.workspace import ask, lay

TEXTS = [
    '"quoted"', "it's \"both\" 'ways'", '"""', "'''", '""""', 'ends with "', "ends with \\", "\\", "\\n", '\\"', "a\nb",
    "a\r\nb\rc", "tab\there", "\u2028 \u2029 \x85", "{{ 7 * 7 }}", "{% raise %}", "{# c #}", "{x!r} {0} %s %(a)s",
    "# comment", "nul \x00 byte", "\ufeff bom \u200b zero", "\U0001f600 emoji", "\u202e from right to left",
    "  blanks around  ", "long " + "word " * 80, "x" * 300, "\u044f" * 200, '"' * 150, "\\" * 150, '"""\n    import os',
    "noqa: E501", "type: ignore", "\x1b[31m", "\x0c form feed", "${HOME} `ls` $(ls)", "</script>", "- [ ] *md* |",
    "a\n\n\n    b\n", "\n", " ", "None", "True", "f'{1}'", "\\N{DASH}", "\\x41", "\ud7ff\ue000",
]  # fmt: skip

PROGRAM = """
import inspect, json
from pydantic import TypeAdapter
from framework.runtime.errors import members
from shared.generated import errors, schemas as s

def properties(kind):
    return kind.model_json_schema()["properties"]

plain = s.Plain.model_json_schema()
a, b, c = (properties(s.Plain)[name] for name in "abc")
alias = next(field.serialization_alias for name, field in s.Plain.model_fields.items() if name == "d")
print(json.dumps({
    "model": plain.get("description"), "variant": s.PlainRead.model_json_schema().get("description"),
    "field": a.get("description"), "example": a.get("examples", [None])[0], "default": a.get("default"),
    "nested": b["default"]["k"][0], "value": s.Choice.ODD.value,
    "enum": TypeAdapter(s.Choice).json_schema().get("description"), "alias": alias,
    "title": errors.Bad.title, "detail": properties(errors.BadDetail)["x"].get("description"),
}))
"""


def workspace(text: str) -> tuple[dict[str, str], dict[str, Any]]:
    """A workspace with the text in every slot that can hold it, and what each slot has to say."""
    value = "plain" if "\x00" in text else text
    alias = text if text.isprintable() else "alias"
    fields: dict[str, Any] = {
        "a": {"type": "string", "description": text, "example": value, "default": value},
        "b": {"type": "json", "default": {"k": [text]}},
        "c": {"type": "Choice", "default": text},
        "d": {"type": "Word", "default": value, "alias": alias},
    }
    models = {
        "models": {"Plain": {"description": text, "fields": fields, "variants": {"Read": {"description": text}}}},
        "enums": {"Choice": {"values": ["x", text], "names": {text: "ODD"}, "description": text}},
        "types": {"Word": {"type": "string", "description": text, "example": value}},
    }
    detail = {"x": {"type": "string", "description": text, "example": value}}
    errors = {"errors": {"bad": {"status": 400, "title": text, "description": text, "detail": detail}}}
    slots = ("model", "variant", "field", "nested", "value", "enum", "title", "detail")
    files = {"services.yaml": "services: []", "models.yaml": models, "errors.yaml": errors}
    written = {path: held if isinstance(held, str) else yaml(held) for path, held in files.items()}
    return written, dict.fromkeys(slots, text) | {"example": value, "default": value, "alias": alias}


def yaml(value: object) -> str:
    """JSON whose texts are escaped as YAML takes them: it knows no pairs of surrogates."""
    plain = json.dumps(value, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in plain)


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated workspace for each text, by its number."""
    made = tmp_path_factory.mktemp("texts")
    for index, text in enumerate(TEXTS):
        spec = tmp_path_factory.mktemp("spec")
        (spec / "shared" / "spec").mkdir(parents=True)
        for name, held in workspace(text)[0].items():
            folder = spec if name == "services.yaml" else spec / "shared" / "spec"
            (folder / name).write_text(held, encoding="utf-8")
        lay(spec, made / str(index))
    return made


def test_every_text_comes_back(laid: Path) -> None:
    found = {index: ask(laid / str(index), PROGRAM) for index in range(len(TEXTS))}
    wrong = [
        (text, slot, found[index][slot])
        for index, text in enumerate(TEXTS)
        for slot, wanted in workspace(text)[1].items()
        if found[index][slot] != wanted
    ]
    assert not wrong


def test_odd_texts_stay_clean(laid: Path) -> None:
    formatted(laid)
    linted(laid)


def test_a_lone_surrogate_is_no_text(tmp_path: Path) -> None:
    """It is refused where it is read, so it never comes to code."""
    (tmp_path / "shared" / "spec").mkdir(parents=True)
    (tmp_path / "services.yaml").write_text("services: []")
    (tmp_path / "shared" / "spec" / "models.yaml").write_text('models: {A: {description: "\\ud800", fields: {a: int}}}')
    with pytest.raises(AssertionError, match="invalid Unicode"):
        lay(tmp_path, tmp_path)
