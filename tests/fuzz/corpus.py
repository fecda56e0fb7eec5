"""What is broken: workspaces that are sound, and those of the cases, which are not."""

from dataclasses import dataclass
from pathlib import Path

from tests.case import cases
from tests.repository import ROOT

LARGEST = 200_000
Tree = dict[str, bytes]


@dataclass(frozen=True)
class Seed:
    """A workspace to begin with: its files by their paths. A heavy one is taken less often."""

    name: str
    tree: Tree

    @property
    def weight(self) -> float:
        size = sum(len(text) for text in self.tree.values())
        return 1 / (1 + size / 2000)


def seeds() -> list[Seed]:
    examples = sorted(path for path in (ROOT / "spec_examples").iterdir() if path.is_dir())
    folders = {path.name: path for path in examples}
    folders |= {case.name: case.folder / "spec" for case in cases() if (case.folder / "spec").is_dir()}
    found = [Seed(name, read(folder)) for name, folder in folders.items()]
    return [seed for seed in found if seed.tree]


def read(folder: Path) -> Tree:
    paths = (path for path in sorted(folder.rglob("*.y*ml")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes()[:LARGEST] for path in paths}


def words(found: list[Seed]) -> list[str]:
    """Every word that the specs use, so that a mutation says something that is nearly right."""
    texts = (text.decode("utf-8", "ignore") for seed in found for text in seed.tree.values())
    return sorted({word for text in texts for word in text.replace('"', " ").split() if len(word) < 40})
