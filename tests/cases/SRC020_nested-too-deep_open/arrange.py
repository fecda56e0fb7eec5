"""Brackets that nobody closes."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("models:\n  Book: " + "{a: " * 64 + "\n", encoding="utf-8", newline="")
