"""`autogen generate` as it is used: what it writes, what it leaves, what it says, and how it ends."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from framework.output import store
from tests.behaviour.generate.command import HAND, Workspace, laid, tree

PAGE = "services/orders/src/generated/OPERATIONS.md"
SYSTEM = "shared/generated/SYSTEM.md"
ORDERS = "services/orders/spec/routers/orders.yaml"
LAST = {"write", "delete", "move"}


@pytest.fixture
def fresh(tmp_path: Path) -> Workspace:
    return laid(tmp_path / "work")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = laid(tmp_path_factory.mktemp("model") / "work")
    made.run()
    return made


@pytest.fixture
def work(model: Workspace, tmp_path: Path) -> Workspace:
    """A workspace after its first run."""
    shutil.copytree(model.root, tmp_path / "work")
    return Workspace(tmp_path / "work")


def changes(told: str) -> dict[str, str]:
    found = {change["path"]: change["action"] for change in json.loads(told)["changes"]}
    return {path: action for path, action in found.items() if action != "keep"}


def test_the_first_run_and_the_second(fresh: Workspace) -> None:
    told = fresh.run()
    assert "write   AGENTS.md" in told
    assert re.search(r"^\d+ written, 1 unchanged$", told, re.MULTILINE), "the controller was there before"
    assert (fresh.root / PAGE).exists()
    for path, text in HAND.items():
        assert (fresh.root / path).read_text() == text
    before = fresh.times()
    assert fresh.run().startswith("nothing to do: ")
    assert fresh.times() == before


def test_without_its_cache_a_run_still_has_nothing_to_do(work: Workspace) -> None:
    shutil.rmtree(work.root / ".autogen/cache")
    before = tree(work.root)
    assert work.run().startswith("nothing to do: ")
    assert tree(work.root) == before
    assert (work.root / ".autogen/cache/fingerprint.json").exists()


def test_an_edit_of_a_spec_reaches_the_page(work: Workspace) -> None:
    before = work.times()
    work.edit(ORDERS, "list_orders:", "list_all_orders:")
    told = work.run(code=0)
    assert "list_all_orders" in (work.root / PAGE).read_text()
    assert f"write   {PAGE}" in told
    after = work.times()
    assert after["services/billing/AGENTS.md"] == before["services/billing/AGENTS.md"]


def test_an_error_writes_nothing(work: Workspace) -> None:
    work.edit(ORDERS, "operations:", "operation:")
    before = work.times()
    told = work.run(code=1)
    assert "error SPC001" in told
    assert work.times() == before


def test_a_mistake_in_a_fresh_workspace_leaves_no_trace(fresh: Workspace) -> None:
    fresh.edit(ORDERS, "operations:", "operation:")
    before = fresh.times()
    fresh.run(code=1)
    assert fresh.times() == before


def test_a_service_that_goes_takes_its_pages_along(work: Workspace) -> None:
    """Its seeded file and what people wrote stay: they are theirs."""
    mailer = work.root / "services/mailer"
    assert (mailer / "src/generated/OPERATIONS.md").exists()
    shutil.rmtree(mailer / "spec")
    registry = (work.root / "services.yaml").read_text().split("  - name: ")
    kept = [entry for entry in registry if not entry.startswith("mailer")]
    (work.root / "services.yaml").write_text("  - name: ".join(kept))
    told = work.run("--output", "json")
    assert changes(told)["services/mailer/src/generated/OPERATIONS.md"] == "delete"
    assert sorted(os.listdir(mailer)) == ["AGENTS.md", "src"]
    assert os.listdir(mailer / "src") == ["controllers"]


def test_a_renamed_service(work: Workspace) -> None:
    (work.root / "services/mailer").rename(work.root / "services/post")
    for path in [*work.root.glob("*.yaml"), *(work.root / "services").glob("*/spec/**/*.yaml")]:
        path.write_text(path.read_text().replace("mailer", "post"))
    told = work.run("--output", "json")
    assert changes(told)["services/post/src/generated/OPERATIONS.md"] == "write", "the page that moved along is known"
    assert "AGENTS.md" not in str(changes(told)), "and so is what was seeded"
    assert "services/mailer" not in (work.root / ".autogen/manifest").read_text()


@pytest.mark.parametrize("mode", ["--check", "--diff", "--dry-run"])
def test_modes_that_write_nothing(work: Workspace, mode: str) -> None:
    before = work.times()
    assert work.run(mode).startswith("nothing to do: ")
    work.edit(ORDERS, "list_orders:", "list_all_orders:")
    (work.root / SYSTEM).unlink()
    shutil.rmtree(work.root / "services/billing/src/generated")
    before = work.times()
    work.run(mode, code=0 if mode == "--dry-run" else 1)
    assert work.times() == before


@pytest.mark.parametrize("mode", ["--check", "--diff", "--dry-run"])
def test_modes_leave_no_trace_in_a_fresh_workspace(fresh: Workspace, mode: str) -> None:
    before = fresh.times()
    fresh.run(mode, code=0 if mode == "--dry-run" else 1)
    assert fresh.times() == before


def test_check_names_each_kind_of_drift(work: Workspace) -> None:
    work.edit(ORDERS, "list_orders:", "list_all_orders:")
    (work.root / "services/billing/src/generated/OPERATIONS.md").unlink()
    with open(work.root / ".autogen/manifest", "a") as lines:
        lines.write("old.md\towned\tpages\t" + digest(b"old\n") + "\told\n")
    (work.root / "old.md").write_text("old\n")
    told = work.run("--check", code=1)
    assert f"{PAGE}:" in told
    assert "error OUT008: the file is not what the specs say: it is outdated" in told
    assert "error OUT008: the file is not what the specs say: it is missing" in told
    assert "old.md:1:1: error OUT009" in told
    work.edit(SYSTEM, "# The system", "# My system")
    told = work.run("--check", code=1)
    assert f"{SYSTEM}:3:3: error OUT002: this generated file was edited by hand" in told
    assert "# My system" in told, "the line is shown"


def digest(data: bytes) -> str:
    from framework.output import disk

    return disk.digest(data)


@pytest.mark.parametrize("mode", ["--check", "--diff"])
def test_a_manifest_that_was_not_committed_is_seen(work: Workspace, mode: str) -> None:
    (work.root / ".autogen/manifest").unlink()
    told = work.run(mode, code=1)
    assert ".autogen/manifest:1:1: error OUT008" in told
    work.run()
    work.run("--check")


def test_diff_is_a_patch(work: Workspace, tmp_path: Path) -> None:
    work.edit(ORDERS, "list_orders:", "list_all_orders:")
    (work.root / "services/billing/src/generated/OPERATIONS.md").unlink()
    patch = work.run("--diff", code=1)
    copy = tmp_path / "copy"
    shutil.copytree(work.root, copy)
    (tmp_path / "patch").write_text(patch)
    applied = os.system(f"cd {copy} && git apply {tmp_path / 'patch'}")
    assert applied == 0
    work.run()
    pages = {path: data for path, data in tree(work.root).items() if path.endswith(".md")}
    assert {path: data for path, data in tree(copy).items() if path.endswith(".md")} == pages


def test_a_dry_run_prints_the_plan(fresh: Workspace) -> None:
    told = fresh.run("--dry-run")
    assert f"write   {PAGE}" in told
    assert "would be written" in told


@pytest.mark.parametrize("mode", [(), ("--check",), ("--diff",), ("--dry-run",)])
def test_every_mode_gives_the_same_changes(fresh: Workspace, mode: tuple[str, ...]) -> None:
    first = fresh.run("--output", "json", *mode, code=1 if mode in (("--check",), ("--diff",)) else 0)
    assert set(changes(first).values()) == {"write"}
    fresh.run()
    second = json.loads(fresh.run("--output", "json", *mode))
    (fresh.root / ".autogen/cache/fingerprint.json").unlink()
    assert json.loads(fresh.run("--output", "json", *mode)) == second, "the fingerprint answers as a whole run does"
    assert {change["action"] for change in second["changes"]} == {"keep"}
    assert [change["path"] for change in second["changes"]] == [
        change["path"] for change in json.loads(first)["changes"]
    ]
    assert set(second["changes"][0]) == {"path", "action", "class", "generator"}


@pytest.mark.parametrize("output", ["json", "sarif", "github"])
def test_drift_in_the_formats_of_programs(work: Workspace, output: str) -> None:
    work.edit(SYSTEM, "# The system", "# My system")
    told = work.run("--check", "--output", output, code=1)
    assert "OUT002" in told
    if output == "json":
        document = json.loads(told)
        assert changes(told) == {SYSTEM: "conflict"}
        assert document["diagnostics"][0]["line"] == 3
    elif output == "sarif":
        assert json.loads(told)["runs"][0]["results"][0]["ruleId"] == "OUT002"
    else:
        assert told.startswith("::error file=")


def test_the_diff_for_a_program(work: Workspace) -> None:
    work.edit(ORDERS, "list_orders:", "list_all_orders:")
    document = json.loads(work.run("--diff", "--output", "json", code=1))
    assert f"+++ b/{PAGE}" in document["diff"]


def test_a_hand_edit_stops_everything_and_restore_goes_on(work: Workspace) -> None:
    work.edit(SYSTEM, "# The system", "# My system")
    work.edit(ORDERS, "list_orders:", "list_all_orders:")
    before = tree(work.root)
    told = work.run(code=1)
    assert f"autogen generate --restore {SYSTEM}" in told
    assert tree(work.root) == before
    work.run("--restore", SYSTEM)
    assert "# The system" in (work.root / SYSTEM).read_text()
    assert "list_all_orders" in (work.root / PAGE).read_text()
    (kept,) = (work.root / ".autogen/rescue/shared/generated").iterdir()
    assert "# My system" in kept.read_text()


def test_restore_from_inside_a_folder(work: Workspace) -> None:
    work.edit(SYSTEM, "# The system", "# My system")
    work.run("--restore", "SYSTEM.md", cwd=work.root / "shared/generated")
    assert "# The system" in (work.root / SYSTEM).read_text()


def test_restore_of_a_file_that_autogen_does_not_write(work: Workspace) -> None:
    told = work.run("--restore", "shared/notes.md", code=2)
    assert "autogen writes no file 'shared/notes.md'" in told


def test_a_manifest_with_the_marks_of_a_merge(work: Workspace) -> None:
    manifest = work.root / ".autogen/manifest"
    manifest.write_text(manifest.read_text() + "<<<<<<< ours\n=======\n>>>>>>> theirs\n")
    before = tree(work.root)
    told = work.run(code=1)
    assert told.count("OUT001") == 4, "three lines and the closing words"
    assert tree(work.root) == before


def test_a_second_run_at_the_same_time(work: Workspace) -> None:
    work.edit(ORDERS, "list_orders:", "list_all_orders:")
    with store.locked(str(work.root)):
        told = work.run(code=2)
    assert f"another autogen (process {os.getpid()}) is writing in this workspace" in told
    assert "Traceback" not in told
    work.run()


def test_a_warning_is_shown_again_by_a_run_with_nothing_to_do(fresh: Workspace) -> None:
    with open(fresh.root / "shared/spec/events.yaml", "a") as events:
        events.write("  nobody_cares: {message: OrderRead, publish: true}\n")
    first = fresh.run()
    assert "warning" in first
    before = fresh.times()
    second = fresh.run()
    warning = first[: first.index("what a code means")]
    assert second.startswith(warning)
    assert "nothing to do" in second
    for words in (("--check", "--strict"), ("--strict",)):
        assert warning in fresh.run(*words, code=1)
    assert json.loads(fresh.run("--output", "json"))["summary"]["warnings"] == 1
    assert fresh.times() == before


def test_strict_writes_nothing_where_there_is_a_warning(fresh: Workspace) -> None:
    with open(fresh.root / "shared/spec/events.yaml", "a") as events:
        events.write("  nobody_cares: {message: OrderRead, publish: true}\n")
    before = fresh.times()
    fresh.run("--strict", code=1)
    assert fresh.times() == before


def test_a_workspace_that_may_not_be_written(work: Workspace) -> None:
    """A folder in the place of the lock stops root, too, who may write everywhere."""
    work.edit(ORDERS, "list_orders:", "list_all_orders:")
    (work.root / ".autogen/lock").unlink()
    (work.root / ".autogen/lock").mkdir()
    before = tree(work.root)
    told = work.run(code=2)
    assert "nothing was written: .autogen/lock: Is a directory" in told
    assert tree(work.root) == before


def test_what_agents_read_is_short(work: Workspace) -> None:
    assert len((work.root / "AGENTS.md").read_text().splitlines()) <= 60
    pages = list((work.root / "services").glob("*/AGENTS.md"))
    assert pages
    assert max(len(page.read_text().splitlines()) for page in pages) <= 25
