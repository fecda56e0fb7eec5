"""Spaces first, then a tab."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("models:\n  Book:\n  \tfields:\n  \t\ttitle: string\n", encoding="utf-8", newline="")
