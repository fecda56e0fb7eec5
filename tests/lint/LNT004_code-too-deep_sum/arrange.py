"""A sum of more terms than a reader can follow."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root / "services/backend/src/x.py").write_text("X = 1" + " + 1" * 60_000 + "\n", encoding="utf-8")
