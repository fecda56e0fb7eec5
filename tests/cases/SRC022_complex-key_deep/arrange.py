"""A key inside of a key, 30,000 times."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("? " * 30_000 + "\n", encoding="utf-8", newline="")
