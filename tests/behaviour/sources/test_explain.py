"""`autogen explain path:line`: from a line of generated code, as a type checker names it, to the line of the spec."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.behaviour.cli.command import autogen
from tests.behaviour.generate.command import Workspace
from tests.behaviour.sources.workspace import CONTROLLER, HANDLER, MAP, ROUTER, SPEC, generated, line_of
from tests.repository import ROOT

GREET = f"{SPEC}:2:3: operation greet\n 2 |   greet:"
MODELS = "shared/spec/models.yaml"


@pytest.fixture(scope="module")
def hello(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Only read."""
    return generated(tmp_path_factory.mktemp("explain") / "work")


@pytest.fixture
def work(tmp_path: Path) -> Workspace:
    return generated(tmp_path / "work")


def explain(work: Workspace, word: str, *words: str, cwd: Path | None = None) -> str:
    done = autogen("explain", word, *words, cwd=cwd or work.root)
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(work: Workspace, word: str) -> str:
    done = autogen("explain", word, cwd=work.root)
    assert done.returncode == 2
    assert done.stdout == ""
    return done.stderr


@pytest.mark.parametrize("behind", ["", ":7", ":7: error: Incompatible types", ":7 - error: x", ":"])
def test_a_handler_leads_to_its_operation(hello: Workspace, behind: str) -> None:
    line = line_of(hello, ROUTER, HANDLER)
    told = explain(hello, f"{ROUTER}:{line}{behind}")
    assert told.startswith(GREET)
    assert "   |   ^^^^^\n" in told
    assert f"makes create_router.greet in {ROUTER} (of the generator routers, owned)" in told


@pytest.mark.parametrize(
    ("path", "words", "place"),
    [
        (ROUTER, "@router.get(", f"{SPEC}:2:3"),
        (ROUTER, "name: Annotated", f"{SPEC}:2:3"),
        (ROUTER, "GREET: Answer", f"{SPEC}:2:3"),
        (ROUTER, "router = APIRouter()", f"{SPEC}:1:1"),
        ("services/hello/src/generated/protocols.py", "class ", f"{SPEC}:1:1"),
        ("services/hello/src/generated/protocols.py", "async def", f"{SPEC}:2:3"),
        ("services/hello/src/generated/registry.py", "found = ", "services.yaml:2:12"),
        ("services/hello/src/main.py", "app = ", "services.yaml:2:12"),
        ("shared/generated/schemas.py", "class ", f"{MODELS}:2:3"),
        ("shared/generated/schemas.py", "text: ", f"{MODELS}:3:14"),
        (CONTROLLER, "raise NotImplementedError", f"{SPEC}:2:3"),
    ],
)
def test_every_line_leads_to_the_innermost(hello: Workspace, path: str, words: str, place: str) -> None:
    assert explain(hello, f"{path}:{line_of(hello, path, words)}").startswith(f"{place}: ")


def test_paths_start_anywhere(hello: Workspace) -> None:
    line = line_of(hello, ROUTER, HANDLER)
    below = hello.root / "services/hello/src"
    assert explain(hello, f"generated/routers/greetings.py:{line}", cwd=below).startswith(GREET)
    assert explain(hello, f"{ROUTER}:{line}", cwd=below).startswith(GREET)
    assert explain(hello, f"{hello.root / ROUTER}:{line}").startswith(GREET)
    away = ("--root", str(hello.root))
    assert explain(hello, f"{hello.root / ROUTER}:{line}", *away, cwd=hello.root.parent).startswith(GREET)


def test_a_complaint_of_a_type_checker_is_answered(work: Workspace) -> None:
    """As it is printed, for a controller that takes another type than the spec gives."""
    work.edit(CONTROLLER, "name: str", "name: int")
    command = (sys.executable, "-m", "mypy", "--config-file=", "--strict", "--explicit-package-bases", CONTROLLER)
    said = subprocess.run(command, cwd=work.root, capture_output=True, text=True, check=False).stdout
    assert "incompatible with supertype" in said
    assert explain(work, said.splitlines()[0]).startswith(GREET)


def test_it_is_data_too(hello: Workspace) -> None:
    line = line_of(hello, ROUTER, HANDLER)
    told = json.loads(explain(hello, f"{ROUTER}:{line}", "--output", "json"))
    made = {
        "file": ROUTER,
        "line": line,
        "class": "owned",
        "generator": "routers",
        "symbol": "create_router.greet",
    }
    place = {"file": SPEC, "line": 2, "column": 3, "end_column": 8, "what": "operation greet"}
    assert told == {"version": 1, "origin": {**place, "generated": made}}


@pytest.mark.parametrize(
    ("path", "line", "specs"),
    [
        (ROUTER, 4, [SPEC]),
        ("shared/generated/SYSTEM.md", 3, ["services.yaml", "shared/spec", "services/*/spec"]),
        ("services/hello/src/generated/app.py", 1, ["services/hello/spec"]),
    ],
)
def test_a_line_of_no_symbol_leads_to_what_the_file_is_made_from(
    hello: Workspace, path: str, line: int, specs: list[str]
) -> None:
    assert f"is made from {', '.join(specs)}; no single declaration" in explain(hello, f"{path}:{line}")
    told = json.loads(explain(hello, f"{path}:{line}", "--output", "json"))
    assert told["origin"]["specs"] == specs


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (ROUTER, "names no line"),
        (f"{ROUTER}:0", "has no line 0"),
        (f"{ROUTER}:9999", "has no line 9999"),
        ("no/such/file.py:3", "there is no file"),
        ("shared/notes.md:1", "autogen did not write 'shared/notes.md'"),
        (f"{SPEC}:1", "autogen did not write"),
        ("services/hello/src/generated/openapi.json:2", "is made from no one line of a spec"),
        ("AGENTS.md:1", "is made from no one line of a spec"),
    ],
)
def test_what_cannot_be_answered_is_refused(hello: Workspace, word: str, said: str) -> None:
    assert said in refused(hello, word)


def test_before_the_first_run_there_is_nothing(work: Workspace) -> None:
    (work.root / ".autogen/manifest").unlink()
    told = refused(work, f"{ROUTER}:20")
    assert "nothing is generated in this workspace yet" in told
    assert "run `autogen generate`" in told


def test_a_damaged_manifest_is_named(work: Workspace) -> None:
    (work.root / ".autogen/manifest").write_text("<<<<<<< ours\n")
    assert ".autogen/manifest: the manifest cannot be read" in refused(work, f"{ROUTER}:20")


def test_a_controller_that_does_not_parse_is_named(work: Workspace) -> None:
    work.edit(CONTROLLER, "class ", "class class ")
    assert f"{CONTROLLER} is no Python that can be read" in refused(work, f"{CONTROLLER}:9")


def test_specs_that_moved_are_read_as_they_are(work: Workspace) -> None:
    line = line_of(work, ROUTER, HANDLER)
    work.edit(SPEC, "operations:", "# above\noperations:")
    told = explain(work, f"{ROUTER}:{line}")
    assert told.startswith(f"{SPEC}:3:3: operation greet\n 3 |   greet:")
    assert "this is the line as it is now" in told


def test_a_change_elsewhere_is_not_spoken_of(work: Workspace) -> None:
    work.edit("services.yaml", "# its specs", "# the specs")
    assert "changed" not in explain(work, f"{ROUTER}:{line_of(work, ROUTER, HANDLER)}")


def test_specs_that_are_wrong_leave_the_map(work: Workspace) -> None:
    line = line_of(work, ROUTER, HANDLER)
    work.edit(SPEC, "output: Greeting", "output: Nothing")
    told = explain(work, f"{ROUTER}:{line}")
    assert told.startswith(GREET)
    assert "the line may have moved" in told
    (work.root / MAP).unlink()
    assert "there is no map of generated code yet, and the specs hold errors" in refused(work, f"{ROUTER}:{line}")


def test_what_the_specs_no_longer_say_is_found_where_it_was(work: Workspace) -> None:
    line = line_of(work, ROUTER, HANDLER)
    work.edit(SPEC, "  greet:", "  welcome:")
    told = explain(work, f"{ROUTER}:{line}")
    assert told.startswith(f"{SPEC}:2:3: operation greet")
    assert "the line may have moved" in told


@pytest.mark.parametrize("damage", [None, "", "# autogen sources 9\n"])
def test_without_a_map_the_specs_answer(work: Workspace, damage: str | None) -> None:
    line = line_of(work, ROUTER, HANDLER)
    (work.root / MAP).unlink()
    if damage is not None:
        (work.root / MAP).write_text(damage)
    assert explain(work, f"{ROUTER}:{line}").startswith(GREET)


def test_the_readme_shows_what_is_printed() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = text.partition("$ autogen explain ")[2].partition("```")[0]
    word, _, told = shown.partition("\n")
    assert autogen("explain", word, cwd=ROOT).stdout == told
    path, line, _ = word.split(":")
    assert f"{path}:{line} is made from {':'.join(told.split(':')[:2])} (operation list_users)\n" in text
