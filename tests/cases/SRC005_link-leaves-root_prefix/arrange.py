"""A neighbour whose name begins like that of the workspace is outside, too."""

from pathlib import Path


def arrange(root: Path) -> None:
    beside = root.parent / f"{root.name}-old"
    beside.mkdir()
    (beside / "events.yaml").write_text("events: {}\n")
    (root / "shared/spec/events.yaml").symlink_to(beside / "events.yaml")
