"""Somebody has written a file where the first run would write one."""

from pathlib import Path

from tests.case import check

act = check


def arrange(root: Path) -> None:
    page = root / "services/backend/src/generated/OPERATIONS.md"
    page.parent.mkdir(parents=True)
    page.write_text("# mine\n")
