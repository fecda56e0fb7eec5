"""`lint` on a disk: what it shows of which files, what it writes, and what it remembers of the last run."""

import json
import pickle
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.behaviour.cli.command import autogen
from tests.guarded import BASE

X = "services/backend/src/x.py"
MODEL = "from pydantic import BaseModel\n\n\nclass Old(BaseModel):{}\n    text: str\n"
ALLOWED = MODEL.format("  # allow: MOD001 until {} -- goes with the last reader of the old file")
DAY = {"AUTOGEN_TODAY": "2026-06-01"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "workspace"))


def put(root: Path, text: str, path: str = X) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def lint(root: Path, *words: str) -> CompletedProcess[str]:
    return autogen("lint", *words, cwd=root, environ=DAY)


def codes(root: Path, *words: str) -> list[tuple[str, str]]:
    """The file and the code of each finding."""
    found = json.loads(lint(root, "--output=json", *words).stdout)["diagnostics"]
    return [(each["file"].rpartition("/")[2], each["code"]) for each in found]


def test_a_sound_workspace(root: Path) -> None:
    done = lint(root)
    assert (done.returncode, done.stdout) == (0, "2 files checked, nothing bypasses the specs\n"), done.stderr


def test_a_finding_is_shown_with_its_line(root: Path) -> None:
    put(root, MODEL.format(""))
    done = lint(root)
    assert done.returncode == 1
    assert f"{X}:4:7: error MOD001: 'Old' is a model" in done.stdout
    assert "4 | class Old(BaseModel):\n" in done.stdout
    assert "`Old: {fields: {text: string}}`" in " ".join(done.stdout.split())


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_programs_read_it(root: Path, form: str) -> None:
    put(root, MODEL.format(""))
    done = lint(root, "--output", form)
    assert done.returncode == 1
    assert "MOD001" in done.stdout
    if form != "github":
        json.loads(done.stdout)


def test_only_what_was_asked_for_is_shown(root: Path) -> None:
    put(root, MODEL.format(""))
    put(root, MODEL.format(""), "services/backend/src/y.py")
    done = lint(root, "services/backend/src/y.py")
    assert done.returncode == 1
    assert X not in done.stdout
    assert "not shown: 1 findings in other files" in done.stdout
    assert lint(root, "services/notifications").returncode == 0
    assert "holds no code that the guard looks at" in lint(root, "services.yaml").stdout
    assert lint(root, "nowhere.py").returncode == 2


def test_faults_of_the_specs_come_first(root: Path) -> None:
    put(root, MODEL.format(""))
    put(root, "models: {Book: {feilds: {}}}\n", "shared/spec/models.yaml")
    done = lint(root)
    assert done.returncode == 1
    assert "MOD001" not in done.stdout
    assert "the code was not looked at: the specs have errors" in done.stdout


def test_what_is_checked_is_not_run(root: Path) -> None:
    put(root, f"open({str(root / 'ran')!r}, 'w')\nraise SystemExit(3)\n")
    assert lint(root).returncode == 0
    assert not (root / "ran").exists()


def test_the_budget_rises_by_command_and_falls_with_the_code(root: Path) -> None:
    put(root, ALLOWED.format("2027-01-01"))
    assert codes(root) == [("allowances", "ALW005")]
    assert codes(root, "services/notifications") == [("allowances", "ALW005")], "it is of the whole workspace"
    assert lint(root, "--raise-budget").returncode == 0
    assert (root / ".autogen/allowances").read_text(encoding="utf-8").splitlines()[1:] == ["MOD001 1"]
    assert lint(root).returncode == 0
    put(root, "X = 1\n")
    assert codes(root) == [("allowances", "ALW006")]
    assert (lint(root).returncode, lint(root, "--strict").returncode) == (0, 1)
    assert lint(root, "--fix", "--strict").returncode == 0
    assert "MOD001" not in (root / ".autogen/allowances").read_text(encoding="utf-8")


def test_a_day_that_has_passed_counts(root: Path) -> None:
    put(root, ALLOWED.format("2026-05-31"))
    assert codes(root) == [("x.py", "MOD001"), ("x.py", "ALW003")]


def test_a_fix_changes_nothing_the_second_time(root: Path) -> None:
    unused = "# allow: {} until 2027-01-01 -- no work at all here\n"
    put(root, f"X = 1  {unused.format('MOD001')}{unused.format('RTE001')}Y = 1\n")
    done = lint(root, "--fix")
    assert done.returncode == 0, done.stdout
    assert (root / X).read_text(encoding="utf-8") == "X = 1\nY = 1\n"
    before = (root / X).stat().st_mtime_ns
    assert json.loads(lint(root, "--fix", "--output=json").stdout)["fixed"] == {"files": []}
    assert (root / X).stat().st_mtime_ns == before


def test_a_change_is_seen_through_what_was_remembered(root: Path) -> None:
    put(root, "from services.backend.src.y import Base\n\n\nclass Old(Base): ...\n")
    put(root, "from services.backend.src.z import Base\n", "services/backend/src/y.py")
    put(root, "class Base: ...\n", "services/backend/src/z.py")
    assert codes(root) == []
    put(root, "from pydantic import BaseModel as Base\n", "services/backend/src/z.py")
    assert codes(root) == [("x.py", "MOD001")]
    assert codes(root) == [("x.py", "MOD001")]
    put(root, "class Base: ...\n", "services/backend/src/z.py")
    assert codes(root) == []


def test_a_file_that_appears_or_goes_is_seen(root: Path) -> None:
    put(root, "from services.backend.src.later import Base\n\n\nclass Old(Base): ...\n")
    assert codes(root) == []
    put(root, "from pydantic import BaseModel as Base\n", "services/backend/src/later.py")
    assert codes(root) == [("x.py", "MOD001")]
    (root / "services/backend/src/later.py").unlink()
    assert codes(root) == []


def test_what_is_remembered_is_not_read_again(root: Path) -> None:
    """The cache holds the finding as it was, and hands it out."""
    put(root, MODEL.format(""))
    before = lint(root, "--output=json").stdout
    cache = root / ".autogen/cache/lint.json"
    assert lint(root, "--output=json").stdout == before
    cache.write_text(cache.read_text(encoding="utf-8").replace("'Old' is", "'Kept' is"), encoding="utf-8")
    assert "'Kept' is a model" in lint(root).stdout
    put(root, MODEL.format("") + "\n")
    assert "'Old' is a model" in lint(root).stdout


@pytest.mark.parametrize("file", ["lint.json", "project"])
@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"format":1,"key":"x","nodes":[],"entries":3}'])
def test_a_damaged_cache_is_none(root: Path, file: str, damage: bytes) -> None:
    put(root, MODEL.format(""))
    lint(root)
    path = root / ".autogen/cache" / file
    kept = path.read_bytes()
    path.write_bytes(damage if file == "lint.json" else kept[:32] + damage)
    assert codes(root) == [("x.py", "MOD001")]


def test_entries_of_another_shape_are_none(root: Path) -> None:
    put(root, MODEL.format(""))
    lint(root)
    path = root / ".autogen/cache/lint.json"
    saved = json.loads(path.read_bytes())
    for entry in ({}, {"kind": "service", "found": [[]], "allowances": [], "imports": []}, 3, None):
        path.write_text(json.dumps({**saved, "entries": {X: entry}}), encoding="utf-8")
        assert codes(root) == [("x.py", "MOD001")]


class Runs:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.path,)


def test_a_cache_of_a_stranger_runs_nothing(root: Path) -> None:
    lint(root)
    path = root / ".autogen/cache/project"
    path.write_bytes(path.read_bytes()[:32] + pickle.dumps((0, [Runs(root / "ran")])))
    assert lint(root).returncode == 0
    assert not (root / "ran").exists()
