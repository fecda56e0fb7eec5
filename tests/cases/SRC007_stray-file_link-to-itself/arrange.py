"""A folder that holds itself by a link is looked into once."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root / "shared/spec/models/again").symlink_to(".")
