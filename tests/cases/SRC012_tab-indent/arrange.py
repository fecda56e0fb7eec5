"""A tab where a line is indented."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("models:\n\tBook:\n\t\tfields: {title: string}\n", encoding="utf-8", newline="")
