"""A link that points nowhere."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root / "shared/spec/events.yaml").symlink_to("gone.yaml")
