"""What `explain`, `reference` and `schema export` print and write."""

import json
from pathlib import Path

import pytest

from framework import catalogue
from framework.spec import schemas
from tests.behaviour.cli.command import autogen, lay


@pytest.mark.parametrize("asked", ["SPC001", "spc001", "unknown-key", " Unknown-Key "])
def test_a_code_is_found_by_id_and_name(asked: str) -> None:
    done = autogen("explain", asked)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("SPC001 unknown-key (error)\n====")


def test_codes_are_explained_outside_of_a_workspace(tmp_path: Path) -> None:
    assert autogen("explain", "SPC001", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(("asked", "meant"), [("SPC0001", "SPC001"), ("unknown-kye", "unknown-key")])
def test_a_slip_is_answered_with_what_was_meant(asked: str, meant: str) -> None:
    done = autogen("explain", asked)
    assert done.returncode == 2
    assert done.stderr == f"autogen: there is no code '{asked}'\n  did you mean '{meant}'?\n"


def test_all_codes_are_listed() -> None:
    lines = autogen("explain", "--all").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(catalogue.codes())
    assert all(len(line.split()) > 3 for line in lines)


def test_pages_are_data_too() -> None:
    one = json.loads(autogen("explain", "SPC001", "--output", "json").stdout)
    every = json.loads(autogen("explain", "--all", "--output", "json").stdout)
    assert one["version"] == every["version"] == 1
    assert one["codes"][0] in every["codes"]
    assert len(every["codes"]) == len(catalogue.codes())


@pytest.mark.parametrize("part", ["spec", "cli", "rules"])
def test_a_reference_is_markdown_and_the_same_everywhere(part: str, tmp_path: Path) -> None:
    made = {
        autogen("reference", part, cwd=tmp_path, environ={"PYTHONHASHSEED": seed, "COLUMNS": width}).stdout
        for seed, width in (("1", "40"), ("2", "200"))
    }
    assert len(made) == 1
    text = made.pop()
    assert text.startswith("# ")
    assert json.loads(autogen("reference", part, "--output=json").stdout)["markdown"] == text


def test_the_reference_of_the_rules_is_made_of_their_docstrings() -> None:
    told = autogen("reference", "rules").stdout
    assert "| `MOD001` | `hand-made-model` | Finds classes below `pydantic.BaseModel` at any depth" in told
    assert told.index("| `MOD001` |") < told.index("## Codes of the specs") < told.index("| `LOW001` |")


def test_schemas_are_written_once(tmp_path: Path) -> None:
    root = lay(tmp_path)
    done = autogen("schema", "export", cwd=root / "services")
    assert done.returncode == 0
    folder = root / schemas.FOLDER
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schemas.export()
    assert "7 schemas in .autogen/schemas, 7 written" in done.stdout
    times = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert autogen("schema", "export", cwd=root).stdout == "7 schemas in .autogen/schemas, 0 written\n"
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == times


def test_settings_of_an_editor_are_written_only_where_there_are_none(tmp_path: Path) -> None:
    root = lay(tmp_path, {".vscode/settings.json": "{}"})
    document = json.loads(autogen("schema", "export", "--output=json", cwd=root).stdout)
    assert document["editor"] == [".vscode/extensions.json"]
    assert (root / ".vscode/settings.json").read_text() == "{}"
    assert json.loads((root / ".vscode/extensions.json").read_text()) == {"recommendations": ["redhat.vscode-yaml"]}


def test_schemas_go_where_they_are_asked_to(tmp_path: Path) -> None:
    done = autogen("schema", "export", "out/schemas", cwd=tmp_path)
    assert done.returncode == 0
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == sorted(schemas.export())


def test_a_folder_that_cannot_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    done = autogen("schema", "export", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) <= 2
    assert "bug" not in done.stderr
