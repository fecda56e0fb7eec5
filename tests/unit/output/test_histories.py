"""Whatever people and runs do to a workspace, in whatever order: no byte that a person wrote is lost.

A unit test, for it needs more histories than there could be folders. Each is made of edits, deletions, runs of changing
files with and without `--restore`, and runs that die on the way.
"""

import os
import random
from pathlib import Path

import pytest

from framework import source
from framework.diagnostics import Report
from framework.files import Class, File
from framework.output import apply, manifest, recover
from tests.unit.output.ground import file, planned, tree

NAMES = ("a.md", "d/b.md", "d/e/c.md", "f.md")
KINDS: tuple[Class, ...] = ("owned", "owned", "seeded")
CALLS = ("replace", "link", "unlink", "rmdir", "mkdir", "write")
STEPS = 12


class Death(BaseException):
    pass


class History:
    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.chance = random.Random(seed)
        self.written: set[bytes] = set()
        self.count = 0

    def step(self, patch: pytest.MonkeyPatch) -> None:
        path = self.root / self.chance.choice(NAMES)
        what = self.chance.random()
        if what < 0.1:
            self.delete(path)
        elif what < 0.45:
            self.edit(path)
        else:
            self.run(patch)

    def delete(self, path: Path) -> None:
        if path.exists():
            self.written.discard(path.read_bytes())
            path.unlink()

    def edit(self, path: Path) -> None:
        self.delete(path)
        self.count += 1
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"by hand {self.count}\n".encode())
        self.written.add(path.read_bytes())

    def run(self, patch: pytest.MonkeyPatch) -> None:
        recover(self.root)
        restore = tuple(self.chance.sample(NAMES, self.chance.randint(0, 2)))
        made, report = planned(self.root, *self.files(), restore=restore)
        if report.failed:
            return
        if self.chance.random() < 0.5:
            self.trap(patch)
        try:
            apply(made, source.read(self.root, Report()), report)
        except Death:
            return

    def files(self) -> list[File]:
        """Some of the files, with one of few texts each, now and then under the id of another."""
        chosen = [name for name in NAMES if self.chance.random() < 0.7]
        ids = [self.chance.choice((name, f"thing {number}")) for number, name in enumerate(chosen)]
        return [
            file(name, f"made {self.chance.randint(0, 3)}\n", self.chance.choice(KINDS), identity)
            for name, identity in zip(chosen, ids, strict=True)
        ]

    def trap(self, patch: pytest.MonkeyPatch) -> None:
        left = [self.chance.randint(1, 60)]

        def guard(name: str) -> None:
            real = getattr(os, name)

            def call(*arguments: object, **named: object) -> object:
                left[0] -= 1
                if left[0] == 0:
                    raise Death
                return real(*arguments, **named)

            patch.setattr(os, name, call)

        for name in CALLS:
            guard(name)

    def lost(self) -> set[bytes]:
        rescued = {path.read_bytes() for path in (self.root / ".autogen/rescue").rglob("*") if path.is_file()}
        return self.written - rescued - set(tree(self.root).values())


@pytest.mark.parametrize("seed", range(60))
def test_no_word_of_a_person_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    history = History(tmp_path, seed)
    for step in range(STEPS):
        with monkeypatch.context() as patch:
            history.step(patch)
        assert not history.lost(), step
        assert manifest.read(str(tmp_path), Report()) is not None, step
    recover(tmp_path)
    assert not (tmp_path / ".autogen/journal").exists()
