"""A link to a file beside the workspace."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root.parent / "outside.yaml").write_text("events: {}\n")
    (root / "shared/spec/events.yaml").symlink_to("../../../outside.yaml")
