"""The folder of generated files is a link to somewhere else."""

from pathlib import Path

from tests.case import check

act = check


def arrange(root: Path) -> None:
    (root.parent / "elsewhere").mkdir()
    (root / "services/backend/src").mkdir()
    (root / "services/backend/src/generated").symlink_to(root.parent / "elsewhere")
