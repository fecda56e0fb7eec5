"""Which folder is the workspace, and which files a command was pointed at."""

from pathlib import Path

import pytest

from framework.cli.refusal import Refusal
from framework.cli.scope import scope
from framework.cli.workspace import MARKS, root_of


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "work"
    for path in ("shared/spec/models.yaml", "shared/specimen.yaml", "services/a/spec/b.yaml", "README.md"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    monkeypatch.chdir(root / "services" / "a")
    return root


@pytest.mark.parametrize("mark", MARKS)
def test_the_nearest_marked_folder_upward_is_the_root(
    mark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "x" / "y"
    inner.mkdir(parents=True)
    (tmp_path / mark).mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert root_of(None) == tmp_path


def test_a_folder_that_is_named_is_taken(workspace: Path) -> None:
    assert root_of("../..") == workspace
    (workspace / "services.yaml").touch()
    assert root_of(str(workspace)) == workspace


def test_specs_without_a_registry_are_a_workspace_too(tmp_path: Path) -> None:
    (tmp_path / "services/a/spec").mkdir(parents=True)
    assert root_of(str(tmp_path)) == tmp_path


@pytest.mark.parametrize(
    ("asked", "reason"),
    [("", "names no folder"), ("nosuch", "does not exist"), ("../../README.md", "is not a folder"), (".", "holds no ")],
)
def test_what_is_no_workspace_is_refused(asked: str, reason: str, workspace: Path) -> None:
    with pytest.raises(Refusal, match=reason):
        root_of(asked)


def test_nothing_upward_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refusal, match=r"upward holds services\.yaml, services\.yml or shared/spec"):
        root_of(None)


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ([], ()),
        (["spec"], ("services/a/spec",)),
        (["spec/b.yaml", "spec/b.yaml"], ("services/a/spec/b.yaml",)),
        (["shared/spec"], ("shared/spec",)),
        (["../../shared/spec/"], ("shared/spec",)),
        (["../.."], (".",)),
    ],
)
def test_paths_start_here_or_at_the_root(words: list[str], paths: tuple[str, ...], workspace: Path) -> None:
    assert scope(workspace, words).paths == paths


@pytest.mark.parametrize(
    ("word", "reason"), [("nosuch", "no file or folder"), ("", "no file or folder"), ("../../..", "outside of the")]
)
def test_paths_that_lead_nowhere_are_refused(word: str, reason: str, workspace: Path) -> None:
    with pytest.raises(Refusal, match=reason):
        scope(workspace, [word])


def test_a_link_to_the_workspace_is_the_workspace(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(workspace, target_is_directory=True)
    assert scope(workspace, [str(tmp_path / "link" / "shared")]).paths == ("shared",)


def test_a_folder_holds_what_is_below_it_and_no_namesake(workspace: Path) -> None:
    asked = scope(workspace, ["shared/spec"])
    assert asked.holds("shared/spec/models.yaml")
    assert asked.holds("shared/spec")
    assert not asked.holds("shared/specimen.yaml")
    assert scope(workspace, []).holds("anything")
    assert scope(workspace, ["../.."]).holds("anything")


def test_strangers_are_paths_without_a_file(workspace: Path) -> None:
    asked = scope(workspace, ["README.md", "spec"])
    assert asked.strangers(["services/a/spec/b.yaml"]) == ["README.md"]
