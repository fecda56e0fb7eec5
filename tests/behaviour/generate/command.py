"""The command as a user runs it: a process of its own, in a copy of an example."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.repository import ROOT
from tests.unit.output.ground import lay, times, tree

EXAMPLE = ROOT / "spec_examples" / "monorepo"
HAND = {
    "services/orders/src/main.py": "print()\n",
    "services/orders/src/generated/notes.txt": "mine\n",
    "shared/notes.md": "mine\n",
}

__all__ = ["EXAMPLE", "HAND", "Workspace", "laid", "tree"]


@dataclass(frozen=True)
class Workspace:
    root: Path
    python: str = sys.executable
    environment: dict[str, str] = field(default_factory=dict)

    def start(self, *words: str, cwd: Path | None = None) -> subprocess.Popen[str]:
        kept = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
        return subprocess.Popen(
            (self.python, "-m", "framework", *words),
            cwd=cwd or self.root,
            env={**kept, "PYTHONPATH": str(ROOT), **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *words: str, code: int = 0, cwd: Path | None = None) -> str:
        """What `autogen generate …` prints; its end must be the expected one."""
        process = self.start("generate", *words, cwd=cwd)
        out, err = process.communicate(timeout=60)
        assert process.returncode == code, out + err
        return out + err

    def times(self) -> dict[str, tuple[int, int]]:
        return times(self.root)

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def laid(root: Path, example: Path = EXAMPLE) -> Workspace:
    """A copy of an example with files of a user beside it, before its first run."""
    shutil.copytree(example, root, ignore=shutil.ignore_patterns(".autogen", "generated", "AGENTS.md"))
    lay(root, HAND)
    return Workspace(root)
