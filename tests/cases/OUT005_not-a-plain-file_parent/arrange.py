"""A file in the place of the folder of a generated file."""

from pathlib import Path

from tests.case import check

act = check


def arrange(root: Path) -> None:
    (root / "services/backend/src").write_text("")
