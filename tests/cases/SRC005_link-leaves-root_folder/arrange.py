"""A whole folder of specs from elsewhere."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root.parent / "models").mkdir()
    (root / "shared/spec/events").symlink_to(root.parent / "models")
