"""A link to nothing under the name of a module."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root / "services/backend/src/x.py").symlink_to(root / "nowhere.py")
