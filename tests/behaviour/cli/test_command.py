"""The contract of the command as a whole: exit codes, documents, streams, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from framework import __version__
from framework.cli.app import commands
from framework.cli.console import FORMATS
from tests.behaviour.cli.command import COMMAND, MODELS, ROOT, autogen, lay, plain

VERBS = [command.name for command in commands()]
KEYS = ["version", "diagnostics", "summary"]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return lay(tmp_path / "workspace")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return lay(tmp_path / "broken", {"shared/spec/models.yaml": MODELS.replace("min_length", "min_lenght")})


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_has_an_example(verb: str) -> None:
    done = autogen(*([verb] if verb else []), "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\nexamples:\n  autogen " in done.stdout


def test_help_names_every_verb_and_exit_code() -> None:
    shown = autogen("--help").stdout
    assert [verb for verb in VERBS if f"\n    {verb} " not in shown] == []
    assert [code for code in "0123" if f"\n  {code}  " not in shown] == []


def test_version() -> None:
    assert autogen("--version").stdout == f"autogen {__version__}\n"


def test_the_entry_point_is_the_command() -> None:
    done = subprocess.run([Path(sys.executable).with_name("autogen"), "--version"], capture_output=True, check=False)
    assert done.stdout.decode() == f"autogen {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("validat",),
        ("validate", "--nope"),
        ("validate", "nosuch.yaml"),
        ("--root", "nosuch", "validate"),
        ("--root", "README.md", "validate"),
        ("explain",),
        ("explain", "ABC999"),
        ("explain", "LOW001", "--all"),
        ("reference",),
        ("schema",),
        ("schema", "import"),
        (b"\xff\xfe",),
        ("validate", b"\xff\xfe"),
        ("--root", b"\xff", "validate"),
        ("validate", "x" * 100_000),
        ("validate", "\x1b[31m\u202e"),
    ],
)
def test_bad_usage_is_exit_two_and_one_sentence(words: tuple[str | bytes, ...]) -> None:
    done = autogen(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("autogen: ")
    assert len(done.stderr.splitlines()) <= 2
    assert "bug" not in done.stderr
    assert done.stderr.replace("\n", "").isprintable()


@pytest.mark.parametrize("output", ["json", "sarif"])
@pytest.mark.parametrize(
    "words", [("validat",), ("validate", "nosuch"), ("validate", b"\xff"), ("--root", "nosuch", "validate"), ()]
)
def test_a_document_is_one_whatever_happens(output: str, words: tuple[str | bytes, ...]) -> None:
    done = autogen(f"--output={output}", *words)
    assert done.returncode == 2
    document = json.loads(done.stdout)
    assert document["version"] in (1, "2.1.0")


def test_the_json_document(broken: Path) -> None:
    done = autogen("validate", "--output", "json", cwd=broken)
    document = json.loads(done.stdout)
    assert done.returncode == 1
    assert list(document) == KEYS
    assert document["summary"] == {"errors": 1, "warnings": 0, "files": 3}
    [found] = document["diagnostics"]
    place = {"file": "shared/spec/models.yaml", "line": 5, "column": 29, "end_line": 5, "end_column": 39}
    assert place.items() <= found.items()
    assert (found["code"], found["name"], found["severity"]) == ("SPC001", "unknown-key", "error")
    assert found["hint"] == "did you mean 'min_length'?"
    edit = {"file": "shared/spec/models.yaml", "start": [5, 29], "end": [5, 39], "text": "min_length"}
    assert found["fix"] == {"safe": True, "edits": [edit]}


def test_no_finding_is_a_document_too(workspace: Path) -> None:
    done = autogen("validate", "--output", "json", cwd=workspace)
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "version": 1,
        "diagnostics": [],
        "summary": {"errors": 0, "warnings": 0, "files": 3},
    }


def test_on_github_the_format_is_its_own(broken: Path) -> None:
    actions = {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(broken.parent)}
    assert autogen("validate", cwd=broken, environ=actions).stdout.startswith("::error file=broken/shared/spec/models")
    assert autogen("validate", "--output=text", cwd=broken, environ=actions).stdout.startswith("shared/spec/models")
    assert autogen("validat", cwd=broken, environ=actions).stdout.startswith("::error title=autogen::")


@pytest.mark.parametrize("output", FORMATS)
def test_a_pipe_holds_no_colour_and_the_same_bytes_everywhere(output: str, broken: Path) -> None:
    shown = {
        autogen("validate", "--output", output, cwd=folder, environ={"COLUMNS": width, "LC_ALL": locale}).stdout
        for folder, width, locale in ((broken, "40", "C"), (broken / "services/backend", "200", "C.UTF-8"))
    }
    assert len(shown) == 1
    assert "\x1b" not in shown.pop()


@pytest.mark.parametrize("words", [("reference", "spec"), ("--help",)])
def test_a_reader_that_goes_away_is_no_fault(words: tuple[str, ...]) -> None:
    run = subprocess.Popen(
        [*COMMAND, *words], cwd=ROOT, env=plain(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert run.stdout
    assert run.stderr
    run.stdout.close()
    assert (run.stderr.read(), run.wait()) == ("", 0)
    run.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@pytest.mark.parametrize("words", [("reference", "spec"), ("--help",), ("--version",), ("validate",)])
def test_a_full_disk_is_one_sentence(words: tuple[str, ...], workspace: Path) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = autogen(*words, cwd=workspace, stdout=full)
    assert done.returncode == 2
    assert done.stderr == "autogen: the result cannot be written: No space left on device\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@pytest.mark.parametrize("output", FORMATS)
@pytest.mark.parametrize("full", [">/dev/full", "2>/dev/full", ">/dev/full 2>/dev/full"])
def test_a_refusal_needs_no_stream(full: str, output: str) -> None:
    shell = ["sh", "-c", f'"$@" {full}', "sh", *COMMAND, "validat", "--output", output]
    done = subprocess.run(shell, cwd=ROOT, env=plain(), check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_no_exit_code(closed: str, broken: Path) -> None:
    shell = ["sh", "-c", f'"$@" {closed}', "sh", *COMMAND, "validate", "--root", str(broken)]
    assert subprocess.run(shell, cwd=ROOT, env=plain(), check=False, stderr=subprocess.DEVNULL).returncode == 1


def test_an_encoding_that_lacks_letters_is_no_fault(tmp_path: Path) -> None:
    root = lay(tmp_path, {"shared/spec/events.yaml": "events: {событие: {message: BookRead, publish: true}}\n"})
    done = autogen("validate", cwd=root, environ={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 1
    assert "\\u0441\\u043e\\u0431" in done.stdout


BUG = """
import sys
from framework.cli import app
from framework.cli.commands import validate
def fail(*_):
    raise ZeroDivisionError("by\\nzero")
object.__setattr__(validate.COMMAND, "run", fail)
sys.exit(app.main())
"""


@pytest.mark.parametrize("output", ["text", "json", "sarif", "github"])
def test_a_bug_of_ours_is_said_and_kept(output: str, workspace: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", BUG, "validate", "--output", output, "--root", str(workspace)]
    surroundings = {**plain(), "TMPDIR": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=surroundings)
    assert done.returncode == 2
    assert "this is a bug in autogen: ZeroDivisionError: by zero" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    [kept] = tmp_path.glob("autogen-bug-*.txt")
    assert str(kept) in done.stderr
    assert "ZeroDivisionError" in kept.read_text()
    if output in ("json", "sarif"):
        assert "this is a bug in autogen" in json.dumps(json.loads(done.stdout))


def test_an_interrupt_is_no_bug(workspace: Path) -> None:
    code = BUG.replace('ZeroDivisionError("by\\nzero")', "KeyboardInterrupt")
    done = subprocess.run(
        [sys.executable, "-c", code, "validate"], cwd=ROOT, env=plain(), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"autogen: interrupted\n")


@pytest.mark.parametrize(
    ("fault", "said"), [("PermissionError(13, 'no', 'x.yaml')", "x.yaml: no"), ("OSError(28, 'full')", "full")]
)
def test_what_a_machine_does_is_no_bug(fault: str, said: str) -> None:
    code = BUG.replace('ZeroDivisionError("by\\nzero")', fault)
    done = subprocess.run(
        [sys.executable, "-c", code, "validate"], cwd=ROOT, env=plain(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, f"autogen: {said}\n")


def test_the_folder_may_be_gone(tmp_path: Path) -> None:
    script = f"mkdir gone; cd gone; rmdir ../gone; exec {sys.executable} -P -m framework validate"
    surroundings = plain()
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False, env=surroundings
    )
    assert done.returncode == 2
    assert done.stderr.startswith("autogen: the current folder cannot be read")
