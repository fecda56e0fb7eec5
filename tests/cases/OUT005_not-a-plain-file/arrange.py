"""A folder, and a link, in the place of generated files."""

from pathlib import Path

from tests.case import check

act = check


def arrange(root: Path) -> None:
    page = root / "services/backend/src/generated/OPERATIONS.md"
    page.mkdir(parents=True)
    (root / "shared/generated").mkdir(parents=True)
    (root / "shared/generated/SYSTEM.md").symlink_to(root / "services.yaml")
