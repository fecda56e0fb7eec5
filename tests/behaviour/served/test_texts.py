"""Words of a spec stay words: in every slot of a router the text is found again as a literal, and nothing else is."""

import ast
import inspect
import json
from pathlib import Path

import pytest

from tests.behaviour.served.workspace import Workspace, compiled

HOSTILE = [
    '"',
    '""" + __import__("os").getcwd() + """',
    "'''",
    "back\\slash \\N{DASH} \\x41 \\",
    "{{ 7 * 7 }} {% raw %} {# no #}",
    "{name} %s %(name)s $name",
    "# no comment",
    "lines\nof\n\ntext",
    "tab\tand\r\nreturn",
    "\u2028 \u2029 \u202e \ufeff \xa0",
    "word " * 60,
    "x" * 300,
    '", ' * 60,
    "))]]}}",
    "утка ✓",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_a_literal(text: str, tmp_path: Path) -> None:
    workspace = compiled(written(text, tmp_path / "source"), tmp_path / "made")
    found = literals(workspace, "routers/things.py")
    assert {text, text.strip()} & found
    for slot in ("summary", "tag", "param", "example", "default", "error"):
        assert f"{slot} {text}" in found, slot
    literals(workspace, "protocols.py")
    done = workspace.run("-m", "ruff", "format", "--isolated", "--diff", "--line-length", "120", "services")
    assert done.returncode == 0, done.stdout


def written(text: str, root: Path) -> Path:
    """JSON is YAML, so no text has to be escaped by hand."""
    operation = {
        "summary": f"summary {text}",
        "description": text,
        "params": [
            {
                "name": "word",
                "source": "query",
                "description": f"param {text}",
                "example": f"example {text}",
                "default": f"default {text}",
            }
        ],
        "errors": ["broken"],
        "rest": {"method": "GET", "path": "/things"},
    }
    files = {
        "services.yaml": {"services": [{"name": "hello", "type": "python-fastapi"}]},
        "shared/spec/errors.yaml": {"errors": {"broken": {"status": 409, "title": f"error {text}"}}},
        "services/hello/spec/routers/things.yaml": {
            "rest": {"prefix": "", "tags": [f"tag {text}"]},
            "operations": {"ask": operation},
        },
    }
    for path, value in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(json.dumps(value), encoding="utf-8")
    return root


def literals(workspace: Workspace, name: str) -> set[str]:
    tree = ast.parse((workspace.root / "services/hello/src/generated" / name).read_text(encoding="utf-8"))
    found = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return found | set(map(inspect.cleandoc, found))
