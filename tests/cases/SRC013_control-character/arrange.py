"""A bell in a text."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text('models:\n  Книга: {description: "☕\x07"}\n', encoding="utf-8", newline="")
