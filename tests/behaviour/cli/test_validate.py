"""`validate` on a disk: what it shows of which files, what it repairs, and what it leaves alone."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from framework.cli.app import main
from framework.diagnostics import Report
from framework.pipeline import Compiled, compile_project
from tests.behaviour.cli.command import BOOKS, MODELS, ROOT, SERVICES, autogen, lay, plain

# Third parties that are needed, and what is not: a hook pays for every import.
LOADED = """
import sys
from framework.cli.app import main
from framework.diagnostics import Report
from framework.pipeline import Compiled, compile_project
code = main(sys.argv[1:])
known = {"jinja2", "fastapi", "libcst", "sqlalchemy", "faststream", "framework.emit", "framework.output",
         "framework.spec.schemas", "framework.cli.repair", "difflib", "jsonschema"}
found = {".".join(name.split(".")[:depth]) for name in sys.modules for depth in (1, 2, 3)}
print(code, sorted(known & found), file=sys.stderr)
"""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Two faults in two files, each with a safe fix."""
    models, books = MODELS.replace("min_length", "min_lenght"), BOOKS.replace("BookRead", "BookReed")
    return lay(tmp_path, {"shared/spec/models.yaml": models, "services/backend/spec/routers/books.yaml": books})


def shown(root: Path, *words: str) -> list[str]:
    """The files of the findings."""
    done = autogen("validate", "--output=json", *words, cwd=root)
    return [found["file"] for found in json.loads(done.stdout)["diagnostics"]]


def tree(root: Path) -> dict[str, tuple[bytes, int]]:
    """What every file holds, and when it was written."""
    files: Iterator[Path] = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_all_findings_come_at_once_in_their_order(broken: Path) -> None:
    assert shown(broken) == ["services/backend/spec/routers/books.yaml", "shared/spec/models.yaml"]


@pytest.mark.parametrize(
    ("word", "files"),
    [
        ("shared", ["shared/spec/models.yaml"]),
        ("services/backend/spec/routers/books.yaml", ["services/backend/spec/routers/books.yaml"]),
        ("services.yaml", []),
        (".", ["services/backend/spec/routers/books.yaml", "shared/spec/models.yaml"]),
    ],
)
def test_a_path_chooses_what_is_shown(word: str, files: list[str], broken: Path) -> None:
    assert shown(broken, word) == files
    assert autogen("validate", word, cwd=broken).returncode == (1 if files else 0)


def test_what_is_not_shown_is_counted(broken: Path) -> None:
    assert "not shown: 2 findings in other files\n" in autogen("validate", "services.yaml", cwd=broken).stdout


def test_a_path_without_a_spec_is_a_note(broken: Path) -> None:
    (broken / "README.md").touch()
    done = autogen("validate", "README.md", cwd=broken)
    assert done.returncode == 0
    assert done.stdout.startswith("'README.md' holds no spec: nothing to check there\n")


def test_a_sound_workspace_says_so(tmp_path: Path) -> None:
    done = autogen("validate", cwd=lay(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "3 files checked, nothing wrong\n", "")
    assert autogen("validate", "-q", cwd=tmp_path).stdout == ""


def test_a_warning_fails_only_when_asked(tmp_path: Path) -> None:
    root = lay(tmp_path, {"services/backend/spec/routers/books.yaml": "domain: volumes\n" + BOOKS})
    done = autogen("validate", cwd=root)
    assert done.returncode == 0
    assert "1 warning in 1 file" in done.stdout
    assert "nothing wrong" not in done.stdout
    assert autogen("validate", "--strict", cwd=root).returncode == 1


def test_nothing_is_written_unless_asked(broken: Path) -> None:
    before = tree(broken)
    autogen("validate", cwd=broken)
    assert tree(broken) == before


def test_fixes_keep_everything_else(broken: Path) -> None:
    done = autogen("validate", "--fix", cwd=broken)
    assert done.returncode == 0
    assert "repaired 2 findings in services/backend/spec/routers/books.yaml, shared/spec/models.yaml" in done.stdout
    assert (broken / "shared/spec/models.yaml").read_text() == MODELS
    assert (broken / "services/backend/spec/routers/books.yaml").read_text() == BOOKS


def test_fixes_of_one_path_leave_the_others(broken: Path) -> None:
    before = tree(broken)
    document = json.loads(autogen("validate", "--fix", "shared", "--output=json", cwd=broken).stdout)
    changed = [path for path, held in tree(broken).items() if held != before[path]]
    assert changed == document["fixed"]["files"] == ["shared/spec/models.yaml"]
    assert document["fixed"]["diagnostics"] == 1


def test_a_second_round_changes_nothing(broken: Path) -> None:
    autogen("validate", "--fix", cwd=broken)
    before = tree(broken)
    assert autogen("validate", "--fix", cwd=broken).stdout == "3 files checked, nothing wrong\n"
    assert tree(broken) == before


def test_what_has_no_safe_fix_is_left_and_shown(tmp_path: Path) -> None:
    root = lay(tmp_path, {"services/backend/spec/routers/books.yaml": BOOKS.replace("BookRead", "Xyz")})
    before = tree(root)
    done = autogen("validate", "--fix", cwd=root)
    assert done.returncode == 1
    assert "nothing was repaired: what is left has no safe repair\n1 error in 1 file\n" in done.stdout
    assert tree(root) == before


def test_an_unsafe_fix_waits_for_its_author(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process: no fault of today has a fix that is not safe."""

    def compiled(root: Path, report: Report) -> Compiled:
        made = compile_project(root, report)
        for found in report.diagnostics:
            if found.fix:
                object.__setattr__(found.fix, "safe", found.code.id == "SPC001")
        return made

    monkeypatch.setattr("framework.cli.repair.compile_project", compiled)
    assert main(["validate", "--fix", "--root", str(broken)]) == 1
    assert (broken / "shared/spec/models.yaml").read_text() == MODELS
    assert (broken / "services/backend/spec/routers/books.yaml").read_text() != BOOKS


def test_one_repair_can_open_the_way_to_the_next(tmp_path: Path) -> None:
    books = BOOKS.replace("output: list[BookRead]", "ouput: list[BookReed]")
    root = lay(tmp_path, {"services/backend/spec/routers/books.yaml": books})
    done = autogen("validate", "--fix", cwd=root)
    assert "repaired 2 findings" in done.stdout
    assert (root / "services/backend/spec/routers/books.yaml").read_text() == BOOKS


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"models: {}\n", b"# yaml-language-server: $schema=@\nmodels: {}\n"),
        (b"# a\r\nmodels: {}\r\n", b"# yaml-language-server: $schema=@\r\n# a\r\nmodels: {}\r\n"),
        (b"\xef\xbb\xbfmodels: {}\n", b"\xef\xbb\xbf# yaml-language-server: $schema=@\nmodels: {}\n"),
        (b"", b"# yaml-language-server: $schema=@\n"),
        (b"models: {}", b"# yaml-language-server: $schema=@\nmodels: {}"),
        (b"---\nmodels: {}\n", b"# yaml-language-server: $schema=@\n---\nmodels: {}\n"),
        (b"# mine\n#yaml-language-server: $schema=x.json\nmodels: {}\n", None),
        (b"# $schema: x.json\nmodels: {}\n", None),
        (b"models: [\n", None),
    ],
)
def test_the_schema_is_named_once(before: bytes, after: bytes | None, tmp_path: Path) -> None:
    root = lay(tmp_path, {"shared/spec/models/extra.yaml": before})
    path = root / "shared/spec/models/extra.yaml"
    autogen("validate", "--fix", cwd=root)
    assert path.read_bytes() == before, "without schemas there is nothing to name"
    autogen("schema", "export", cwd=root)
    wanted = before if after is None else after.replace(b"@", b"../../../.autogen/schemas/models.json")
    for _ in range(2):
        autogen("validate", "--fix", "shared/spec/models", cwd=root)
        assert path.read_bytes() == wanted
    assert (root / "services.yaml").read_text() == SERVICES, "it was not asked about"
    schema = root / "shared/spec/models" / "../../../.autogen/schemas/models.json"
    assert schema.is_file()


def test_a_file_that_may_not_be_written_is_one_sentence(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In this process: the rights of a file do not stop whoever runs the tests as root."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert main(["validate", "--fix", "--root", str(broken)]) == 2
    assert "spec/routers/books.yaml may not be changed" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["[" * 30_000, "a: &a [" + "*a, " * 3 + "]", "x" * 5_000_000, "a: " + "9" * 100_000])
def test_huge_and_endless_input_is_a_finding(text: str, tmp_path: Path) -> None:
    done = autogen("validate", cwd=lay(tmp_path, {"shared/spec/models.yaml": text}))
    assert done.returncode == 1
    assert len(done.stdout) < 10_000
    assert done.stderr == ""


def test_nothing_is_loaded_that_a_check_does_not_need(broken: Path) -> None:
    command = [sys.executable, "-c", LOADED, "validate", "--root", str(broken)]
    done = subprocess.run(command, cwd=ROOT, env=plain(), capture_output=True, text=True, check=False)
    assert done.stderr == "1 []\n"
    assert "SPC001" in done.stdout
