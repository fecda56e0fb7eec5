"""Two links that point at each other."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root / "shared/spec/events.yaml").symlink_to("errors.yaml")
    (root / "shared/spec/errors.yaml").symlink_to("events.yaml")
