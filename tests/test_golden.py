"""Each golden is exactly what its example becomes, and what comes out keeps the rules of its own language."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jinja2
import pytest

from framework.emit.templates import FOLDER, environment
from tests.example import EXAMPLES, GOLDEN, Example, digest, examples, strays
from tests.feature import texts_in
from tests.repository import ROOT

SEEDS = ("0", "1", "42", "4294967295")
RULES = "E,F,W,I,UP,B,C4,PIE,RET,SIM,RUF"
RUFF = ("ruff", "check", "--isolated", "--no-cache", "--line-length", "120", "--target-version", "py311")
FORMAT = ("ruff", "format", "--check", "--isolated", "--no-cache", "--line-length", "120", "--target-version", "py311")
MYPY = ("mypy", "--config-file=", "--strict", "--explicit-package-bases", "--python-version", "3.11", ".")
CHECKS = {"style": (*RUFF, "--select", RULES, "."), "format": (*FORMAT, "."), "types": MYPY}
BAD = {"style": "import os\n", "format": "x  = 1\n", "types": "def f(x) -> int:\n    return x\n"}
"""A file that each check must refuse, so that one that sees nothing is not taken for content."""


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_golden(example: Example) -> None:
    texts = example.texts()
    assert texts
    assert texts == texts_in(example.expected)


def test_goldens_have_no_strays() -> None:
    assert not strays()
    assert {path.name for path in GOLDEN.iterdir()} == {path.name for path in EXAMPLES.iterdir() if path.is_dir()}


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_generating_twice_gives_the_same_files(example: Example) -> None:
    first, second = example.files(), example.files()
    assert list(first.items()) == list(second.items())


def test_every_template_is_rendered_by_some_golden(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered = set()
    load = jinja2.Environment.get_template

    def recorded(self: jinja2.Environment, name: str, *rest: object) -> jinja2.Template:
        rendered.add(name)
        return load(self, name, *rest)

    monkeypatch.setattr(jinja2.Environment, "get_template", recorded)
    for example in examples():
        example.files()
    assert rendered
    assert rendered == set(environment().list_templates(filter_func=lambda name: name.endswith(".j2")))


def test_json_parses() -> None:
    found = sorted(GOLDEN.rglob("*.json"))
    assert found
    for path in found:
        assert isinstance(json.loads(path.read_text(encoding="utf-8")), dict), path


def test_texts_are_clean() -> None:
    for path, text in texts_in(GOLDEN).items():
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert "\r" not in text, path
        assert not [line for line in text.splitlines() if line != line.rstrip()], path
        assert str(ROOT) not in text, path


def test_python_is_there_as_soon_as_a_template_makes_it() -> None:
    assert bool(list(FOLDER.rglob("*.py.j2"))) == bool(with_python())


@pytest.mark.parametrize("check", CHECKS)
def test_python_of_the_goldens(check: str, tmp_path: Path) -> None:
    """Each workspace in a process of its own, for all of them are called `services`. One more than there are holds a
    fault: the check is at work even while no generator makes Python."""
    (tmp_path / "planted").mkdir()
    (tmp_path / "planted" / "bad.py").write_text(BAD[check], encoding="utf-8")
    assert passes(check, tmp_path / "planted", tmp_path) != ""
    for name in with_python():
        shutil.copytree(GOLDEN / name, tmp_path / name)
        assert passes(check, tmp_path / name, tmp_path) == ""


def with_python() -> list[str]:
    return [example.name for example in examples() if list(example.expected.rglob("*.py"))]


def passes(check: str, folder: Path, scratch: Path) -> str:
    """What a check says of a folder that it refuses; nothing where it passes."""
    program, *arguments = CHECKS[check]
    environ = {**os.environ, "MYPY_CACHE_DIR": str(scratch / "cache")}
    command = (str(Path(sys.executable).with_name(program)), *arguments)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environ)
    return "" if done.returncode == 0 else done.stdout + done.stderr or "refused"


def test_same_bytes_under_four_hash_seeds() -> None:
    """Of the goldens and of the features, in the order in which the files were made."""
    command = (sys.executable, "-c", "from tests.example import digest; print(digest())")
    runs = [
        subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        for seed in SEEDS
    ]
    assert [run.communicate()[0].strip() for run in runs] == [digest()] * len(SEEDS)
