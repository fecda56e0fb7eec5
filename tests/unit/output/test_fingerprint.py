"""Whether the fingerprint sees every change, and nothing where there is none.

Unit tests, because the races that it must not lose cannot be laid down in a folder.
"""

import json
import os
import shutil
from pathlib import Path

import pytest

from framework import source
from framework.diagnostics import Code, Diagnostic, Edit, Fix, Related, Report, Span
from framework.output import apply, findings, fingerprint, origin
from framework.source import SourceTree
from tests.repository import ROOT
from tests.unit.output.ground import file, lay, planned, times, write

SPEC = "services/a/spec/routers/books.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace after a run, its files old enough not to be racy."""
    lay(
        tmp_path,
        {"services.yaml": "services: []\n", SPEC: "operations: {}\n", "shared/spec/models.yaml": "models: {}\n"},
    )
    write(tmp_path, file("a.md", "a\n"), file("seed.md", "s\n", "seeded"))
    return tmp_path


def known(root: Path) -> bool:
    return fingerprint.recall(str(root)) is not None


def test_nothing_changed(root: Path) -> None:
    before = times(root)
    assert known(root)
    assert times(root) == before


def test_line_ends_that_git_has_put_there_are_no_change(root: Path) -> None:
    (root / "a.md").write_bytes(b"a\r\n")
    assert not known(root)
    write(root, file("a.md", "a\n"), file("seed.md", "s\n", "seeded"))
    assert (root / "a.md").read_bytes() == b"a\r\n"
    assert known(root)


def test_it_keeps_what_the_run_said(root: Path) -> None:
    kept = fingerprint.recall(str(root))
    assert kept is not None
    assert kept["files"] == 3
    assert kept["written"] == [["a.md", "owned", "maker"], ["seed.md", "seeded", "maker"]]
    assert kept["diagnostics"] == []


def test_it_is_as_old_as_what_it_has_seen(root: Path) -> None:
    kept = fingerprint.recall(str(root))
    assert kept is not None
    assert (
        (root / ".autogen/manifest").stat().st_mtime_ns <= kept["clock"] <= (root / fingerprint.FILE).stat().st_mtime_ns
    )


@pytest.mark.parametrize("path", ["services.yaml", SPEC, "shared/spec/models.yaml", "a.md", ".autogen/manifest"])
def test_an_edit_is_seen(root: Path, path: str) -> None:
    with open(root / path, "ab") as text:
        text.write(b"# \n")
    assert not known(root)


@pytest.mark.parametrize("path", ["services.yaml", SPEC, "a.md"])
def test_an_edit_that_keeps_size_and_time_is_seen(root: Path, path: str) -> None:
    """The time of the file is put back; that of its entry in the disk cannot be."""
    before = (root / path).stat()
    (root / path).write_text((root / path).read_text().swapcase())
    os.utime(root / path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not known(root)


def test_an_edit_within_one_tick_of_the_clock_is_seen(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the disk kept whole hours: the file reads as it did, to the last digit of its entry."""
    seen = {path: fingerprint.signature(str(root / path)) for path in ("services.yaml", "a.md")}
    (root / "services.yaml").write_text("services: {}\n")
    real = fingerprint.signature
    monkeypatch.setattr(fingerprint, "signature", lambda path: seen.get(os.path.relpath(path, root)) or real(path))
    assert known(root), "older than the fingerprint, the entry is believed"
    text = (root / fingerprint.FILE).read_text()
    clock = json.loads(text)["clock"]
    (root / fingerprint.FILE).write_text(text.replace(str(clock), str(seen["services.yaml"][1])))
    assert not known(root), "as young as the fingerprint, the file is opened"


@pytest.mark.parametrize("path", ["services.yaml", SPEC, "a.md", ".autogen/manifest"])
def test_a_file_that_is_gone_is_seen(root: Path, path: str) -> None:
    (root / path).unlink()
    assert not known(root)


@pytest.mark.parametrize(
    "path",
    [
        "services/a/spec/routers/new.yaml", "services/a/spec/new.yml", "shared/spec/events.yaml",
        "services/b/spec/routers/x.yaml", "services/a/spec/models/x.yaml", "services.yml", "architecture.yaml",
        "shared/spec/models/x.yaml",
    ],
)  # fmt: skip
def test_a_new_spec_is_seen(root: Path, path: str) -> None:
    lay(root, {path: "x: 1\n"})
    assert not known(root)


def test_a_renamed_spec_is_seen(root: Path) -> None:
    (root / SPEC).rename(root / "services/a/spec/routers/boxes.yaml")
    assert not known(root)


def test_a_folder_in_the_place_of_a_spec_is_seen(root: Path) -> None:
    (root / SPEC).unlink()
    (root / SPEC).mkdir()
    assert not known(root)


@pytest.mark.parametrize("path", ["README.md", "services/a/spec/.swp.yaml", "services/a/src/main.py", "seed.md"])
def test_what_is_no_input_is_no_change(root: Path, path: str) -> None:
    lay(root, {path: "x"})
    assert known(root)


def test_a_touched_file_is_opened_and_is_no_change(root: Path) -> None:
    for path in ("services.yaml", "a.md"):
        os.utime(root / path)
    shutil.copy2(root / SPEC, root / "copy")
    os.replace(root / "copy", root / SPEC)
    assert known(root)


def test_a_deleted_seed_is_no_change(root: Path) -> None:
    (root / "seed.md").unlink()
    assert known(root)


def test_an_unfinished_run_is_a_change(root: Path) -> None:
    lay(root, {".autogen/journal/forward.json": "{}"})
    assert not known(root)


def test_another_compiler_is_a_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "build", lambda: "another")
    assert not known(root)


def test_an_edit_of_the_compiler_is_another_compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "framework" / "output", tmp_path / "x", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(origin, "HOME", str(tmp_path))
    lay(tmp_path, {"x/page.md.j2": "one"})
    build, templates = origin.build(), origin.templates()
    lay(tmp_path, {"x/__pycache__/planner.cpython-311.pyc": "x"})
    assert origin.build() == build
    os.utime(tmp_path / "x/planner.py", ns=(1, 1))
    assert origin.build() != build
    assert origin.templates() == templates
    lay(tmp_path, {"x/page.md.j2": "two"})
    assert origin.templates() != templates


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1}', '{"format": 2}', "null"])
def test_a_damaged_fingerprint_is_none(root: Path, text: str) -> None:
    (root / fingerprint.FILE).write_text(text)
    assert not known(root)


@pytest.mark.parametrize("path", ["services.yaml", "services/a/spec/routers/new.yaml", "a.md"])
def test_what_changes_during_a_run_leaves_no_fingerprint(root: Path, path: str) -> None:
    """The next run must not believe that this one has seen it."""
    tree = source.read(root, Report())
    made, report = planned(root, file("a.md", "a\n"), file("b.md", "b\n"))
    lay(root, {path: "services: []\n# later\n"})
    apply(made, tree, report)
    assert not (root / fingerprint.FILE).exists()
    assert not known(root)


def test_a_run_without_a_memory_works_all_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from framework.output import record

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(record, "write", full)
    assert write(root, file("a.md", "new\n")) == {"a.md": "write"}
    assert (root / "a.md").read_text() == "new\n"
    assert not known(root)


def test_a_seed_with_members_is_looked_into(root: Path) -> None:
    seed = file("c.py", "def run(): ...\n", "seeded", members=("run",))
    write(root, file("a.md", "a\n"), seed)
    assert known(root)
    (root / "c.py").write_text("def other(): ...\n")
    assert not known(root)


def test_the_cache_holds_what_was_parsed_and_nothing_else(root: Path) -> None:
    folder = root / ".autogen/cache/parsed"
    before = set(os.listdir(folder))
    assert len(before) == 3
    (root / SPEC).write_text("operations: {}  # more\n")
    write(root, file("a.md", "a\n"))
    after = set(os.listdir(folder))
    assert len(after) == 3
    assert len(after & before) == 2
    tree: SourceTree = source.read(root, Report())
    assert all(read.cached for read in tree.files)


def test_findings_come_back_as_they_were() -> None:
    code = Code("LOW001", "unknown-model", "no '{name}'", "Why.", "do", "# a.yaml\nbad", "# a.yaml\ngood", "warning")
    place = Span("a.yaml", 1, 2, 3, 4)
    fix = Fix((Edit("a.yaml", (1, 2), (3, 4), "x"),), safe=False)
    all_of_it = Diagnostic(code, place, "no 'X'", "do", (Related(place, "here"),), fix)
    found = [all_of_it, Diagnostic(code, place, "no 'Y'", "")]
    assert findings.unpack(json.loads(json.dumps(findings.pack(found)))) == found
