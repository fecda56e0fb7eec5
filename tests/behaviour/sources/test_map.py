"""The map goes along with the specs and touches nothing else."""

import json
from pathlib import Path

import pytest

from framework import symbols
from tests.behaviour.generate.command import Workspace
from tests.behaviour.sources.workspace import MAP, ROUTER, SPEC, generated


@pytest.fixture
def work(tmp_path: Path) -> Workspace:
    return generated(tmp_path / "work")


def greet(work: Workspace) -> int:
    data = (work.root / MAP).read_bytes()
    return symbols.section(data, ROUTER)["create_router.greet"].line


def touched(work: Workspace, before: dict[str, tuple[int, int]]) -> set[str]:
    """The files that a run has written, but for its own memory."""
    after = work.times()
    changed = {path for path, time in after.items() if before.get(path) != time}
    return {path for path in changed if (work.root / path).is_file() and not path.startswith(".autogen/cache/")}


def test_a_comment_changes_the_map_alone(work: Workspace) -> None:
    assert greet(work) == 2
    work.edit(SPEC, "operations:", "# a line\n# and another\noperations:")
    before = work.times()
    assert "nothing to do" in work.run()
    assert touched(work, before) - {".autogen/lock"} == {MAP}
    assert greet(work) == 4


def test_a_change_that_moves_no_line_leaves_the_map(work: Workspace) -> None:
    work.edit("services.yaml", "# its specs stand in services/hello/spec", "# told")
    before = work.times()
    work.run()
    assert touched(work, before) <= {".autogen/lock"}


@pytest.mark.parametrize("mode", ["--check", "--diff", "--dry-run"])
def test_a_map_that_is_behind_is_no_drift(work: Workspace, mode: str) -> None:
    work.edit(SPEC, "operations:", "# a line\noperations:")
    before = work.times()
    work.run(mode)
    assert work.times() == before
    (work.root / MAP).unlink()
    work.run(mode)
    assert not (work.root / MAP).exists()


def test_a_run_with_nothing_to_do_writes_nothing(work: Workspace) -> None:
    before = work.times()
    work.run()
    assert work.times() == before


@pytest.mark.parametrize("damage", [None, "", "# autogen sources 1\nx"])
def test_a_map_that_is_gone_or_spoilt_comes_back(work: Workspace, damage: str | None) -> None:
    text = (work.root / MAP).read_text()
    if damage is None:
        (work.root / MAP).unlink()
    else:
        (work.root / MAP).write_text(damage)
    assert "nothing to do" in work.run()
    assert (work.root / MAP).read_text() == text
    before = work.times()
    work.run()
    assert work.times() == before


def test_it_is_no_change_of_a_run(work: Workspace) -> None:
    work.edit(SPEC, "operations:", "# a line\noperations:")
    changes = json.loads(work.run("--output", "json"))["changes"]
    assert {change["action"] for change in changes} == {"keep"}
    assert MAP not in {change["path"] for change in changes}


def test_git_does_not_see_it(work: Workspace) -> None:
    assert "/sources" in (work.root / ".autogen/.gitignore").read_text().splitlines()


def test_the_same_specs_make_the_same_map(work: Workspace, tmp_path: Path) -> None:
    other = generated(tmp_path / "other")
    assert (other.root / MAP).read_bytes() == (work.root / MAP).read_bytes()
