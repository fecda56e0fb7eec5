"""A folder that is a link to itself has no files that could be read."""

from pathlib import Path

from tests.case import check

act = check


def arrange(root: Path) -> None:
    (root / "services/backend/src").mkdir()
    (root / "services/backend/src/generated").symlink_to("generated")
